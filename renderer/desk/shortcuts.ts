import { onBeforeUnmount, onMounted } from 'vue'
import { MODES, useUi } from './ui-store'

const isApple = /Mac|iP/.test(navigator.userAgent)

/** How a key with the command key is written for this machine. */
export function keyName(key: string): string {
  return isApple ? `⌘${key}` : `Ctrl+${key}`
}

/** What keys do anywhere on the desk. */
export interface ShortcutActions {
  save(): unknown
  saveAs(): unknown
  undo(): void
  redo(): void
}

/** Hears the keys of the desk while its view is there; composing characters is left alone. */
export function useShortcuts({ save, saveAs, undo, redo }: ShortcutActions): void {
  const ui = useUi()

  const actionOf = (event: KeyboardEvent): (() => unknown) | undefined => {
    const key = event.key.toLowerCase()
    if (key === 'z') return event.shiftKey ? redo : undo
    if (key === 'y') return redo
    if (key === 's') return event.shiftKey ? saveAs : save
    if (key === 'k') return () => (ui.paletteOpen = !ui.paletteOpen)
    if (key === 'f' && ui.mode === 'write' && ui.storyId !== null) return () => (ui.findOpen = true)
    const mode = MODES[Number(key) - 1]
    return mode === undefined ? undefined : () => (ui.mode = mode)
  }

  const hear = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey || !(isApple ? event.metaKey : event.ctrlKey)) return
    const isDialogOpen = document.querySelector('[role="dialog"]') !== null
    const action = actionOf(event)
    if (action === undefined || (isDialogOpen && event.key.toLowerCase() !== 'k')) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }

  onMounted(() => {
    addEventListener('keydown', hear, { capture: true })
  })
  onBeforeUnmount(() => {
    removeEventListener('keydown', hear, { capture: true })
  })
}
