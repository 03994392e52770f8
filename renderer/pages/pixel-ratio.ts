import { readonly, ref } from 'vue'

const ratio = ref(devicePixelRatio)

function listen(): void {
  matchMedia(`(resolution: ${String(devicePixelRatio)}dppx)`).addEventListener(
    'change',
    () => {
      ratio.value = devicePixelRatio
      listen()
    },
    { once: true },
  )
}

listen()

/**
 * Pixels of the device to a CSS pixel: changes when a window goes to another screen, or when the
 * browser itself is zoomed.
 */
export const pixelRatio = readonly(ratio)
