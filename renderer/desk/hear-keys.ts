import { type ComputedRef, onBeforeUnmount, onMounted } from 'vue'
import type { DeskCommand } from './desk-commands'
import { flushEditors } from './editor-flush'
import { isPressed } from './shortcuts'
import { useUi } from './ui-store'

/** Commands that leave their keys to the browser while no story is being written. */
const OF_THE_EDITOR = new Set(['find', 'replace'])

/** Does a command, unless it cannot be done now or a dialog waits for its answer. */
export function give(command: DeskCommand): void {
  const isDialogOpen = document.querySelector('[role="dialog"]') !== null
  if (!isDialogOpen && !command.isDisabled) command.run()
}

/** Hears the keys of commands while a view is there; composing characters is left alone. */
export function hearKeys(commands: ComputedRef<readonly DeskCommand[]>): void {
  const ui = useUi()

  const commandOf = (event: KeyboardEvent): DeskCommand | undefined =>
    commands.value.find(({ shortcuts }) => shortcuts.some((shortcut) => isPressed(shortcut, event)))

  const hear = (event: KeyboardEvent): void => {
    if (event.isComposing || commandOf(event) === undefined) return
    // What an editor still holds may be what is to be undone.
    flushEditors()
    const command = commandOf(event)
    if (command === undefined) return
    if (OF_THE_EDITOR.has(command.key) && ui.mode !== 'write') return
    // What cannot be done now is not the browser's to do either: no page is saved, none printed.
    event.preventDefault()
    event.stopPropagation()
    if (command.key === 'palette') ui.paletteOpen = !ui.paletteOpen
    else give(command)
  }

  onMounted(() => {
    addEventListener('keydown', hear, { capture: true })
  })
  onBeforeUnmount(() => {
    removeEventListener('keydown', hear, { capture: true })
  })
}
