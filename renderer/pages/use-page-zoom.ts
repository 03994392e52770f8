import {
  computed,
  type ComputedRef,
  nextTick,
  onBeforeUnmount,
  onMounted,
  ref,
  type ShallowRef,
  watch,
} from 'vue'
import { useUi } from '../desk/ui-store'

/** 96 CSS pixels to the inch. */
const PX_PER_MPT = 96 / 72_000
const SMALLEST = 0.1
const LARGEST = 6
/** Pixels of the wheel that make pages e times as large; a notch of most wheels is a hundred. */
const WHEEL_PX = 400
const WHEEL_LINE_PX = 16
/** Below the space over a row of pages that was turned to: it is that row which stays. */
const TOP_PX = 24

/** A point of the window, in CSS pixels. */
export interface WindowPoint {
  readonly x: number
  readonly y: number
}

/** The zoom of the pages in a pane that scrolls. */
export interface PageZoom {
  /** CSS pixels to a thousandth of a point. */
  readonly scale: ComputedRef<number>
  readonly percent: ComputedRef<number>
  /** Shows pages larger or smaller; what is at the point, or else in the middle, stays there. */
  zoomBy(factor: number, at?: WindowPoint): void
}

/**
 * Zooms by a fixed scale or so that a row of pages fits the pane, and by wheel and fingers about
 * the place where they are. `largest` is the extent of the largest row of pages.
 */
export function usePageZoom(
  pane: Readonly<ShallowRef<HTMLElement | null>>,
  largest: ComputedRef<{ readonly widthMpt: number; readonly heightMpt: number } | undefined>,
): PageZoom {
  const ui = useUi()
  const room = ref({ widthPx: 600, heightPx: 600 })
  const scale = computed(() => {
    if (typeof ui.zoom === 'number') return ui.zoom * PX_PER_MPT
    if (largest.value === undefined) return PX_PER_MPT
    const { widthMpt, heightMpt } = largest.value
    const across = Math.max(room.value.widthPx, 100) / widthMpt
    if (ui.zoom === 'width') return across
    return Math.min(across, Math.max(room.value.heightPx, 100) / heightMpt)
  })
  let fixed: WindowPoint | undefined

  const zoomBy = (factor: number, at?: WindowPoint): void => {
    fixed = at
    const now = scale.value / PX_PER_MPT
    ui.zoom = Math.min(Math.max(now * factor, SMALLEST), LARGEST)
  }

  // The pages still have their old size here, and their new one when the window has been drawn.
  watch(scale, () => {
    const restore = holdInPlace(pane.value, fixed ?? (ui.zoom === 'width' ? 'top' : 'middle'))
    fixed = undefined
    void nextTick(restore)
  })

  const turnWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const isInLines = event.deltaMode === WheelEvent.DOM_DELTA_LINE
    const deltaPx = event.deltaY * (isInLines ? WHEEL_LINE_PX : 1)
    zoomBy(Math.exp(-deltaPx / WHEEL_PX), { x: event.clientX, y: event.clientY })
  }

  let spanPx: number | undefined
  const pinch = (event: TouchEvent): void => {
    const [one, other] = event.touches
    if (one === undefined || other === undefined) return
    event.preventDefault()
    const before = spanPx
    spanPx = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
    if (before === undefined || before === 0) return
    const middle = { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 }
    zoomBy(spanPx / before, middle)
  }
  const letGo = (): void => {
    spanPx = undefined
  }

  const resizing = new ResizeObserver(([entry]) => {
    if (entry === undefined) return
    room.value = { widthPx: entry.contentRect.width, heightPx: entry.contentRect.height }
  })
  onMounted(() => {
    const element = pane.value
    if (element === null) return
    resizing.observe(element)
    element.addEventListener('wheel', turnWheel, { passive: false })
    element.addEventListener('touchmove', pinch, { passive: false })
    element.addEventListener('touchstart', letGo, { passive: true })
    element.addEventListener('touchend', letGo, { passive: true })
  })
  onBeforeUnmount(() => {
    resizing.disconnect()
  })

  return {
    scale,
    percent: computed(() => Math.round((scale.value / PX_PER_MPT) * 100)),
    zoomBy,
  }
}

/** Remembers what of which sheet is at a point of the window; gives what brings it back there. */
function holdInPlace(pane: HTMLElement | null, at: WindowPoint | 'top' | 'middle'): () => void {
  if (pane === null) return () => undefined
  const box = pane.getBoundingClientRect()
  const down = at === 'top' ? TOP_PX : box.height / 2
  const point = typeof at === 'object' ? at : { x: box.left + box.width / 2, y: box.top + down }
  const sheet = nearestSheet(pane, point)
  if (sheet === undefined) return () => undefined
  const before = sheet.getBoundingClientRect()
  const across = (point.x - before.left) / before.width
  const along = (point.y - before.top) / before.height
  return () => {
    const after = sheet.getBoundingClientRect()
    pane.scrollLeft += after.left + across * after.width - point.x
    pane.scrollTop += after.top + along * after.height - point.y
  }
}

function nearestSheet(pane: HTMLElement, { x, y }: WindowPoint): HTMLElement | undefined {
  let best: { readonly sheet: HTMLElement; readonly distance: number } | undefined
  for (const sheet of pane.querySelectorAll<HTMLElement>('.sheet')) {
    const { left, top, right, bottom } = sheet.getBoundingClientRect()
    const distance = Math.max(left - x, 0, x - right) + Math.max(top - y, 0, y - bottom)
    if (best === undefined || distance < best.distance) best = { sheet, distance }
  }
  return best?.sheet
}
