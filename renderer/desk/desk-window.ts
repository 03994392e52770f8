import { onBeforeUnmount, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Client } from '../../bridge/client'
import type { WindowDescription } from '../../bridge/window-description'
import type { Language } from '../../engine/document/message'
import type { DeskCommand } from './desk-commands'
import { flushEditors } from './editor-flush'
import { give } from './hear-keys'
import { hasWindow } from './host-address'

/** What a view of the desk has for the system to show. */
export interface WindowContent {
  readonly commands: readonly DeskCommand[]
  readonly isEdited: boolean
  /** From 0 to 1; `null` while nothing takes long. */
  readonly progress: number | null
}

/** Keeps the window of the system as a view wants it, and does what is chosen in its menus. */
export function describeWindow(client: Client, read: () => WindowContent): void {
  if (!hasWindow) return
  const { locale } = useI18n()
  watch(
    () => JSON.stringify(toDescription(read(), locale.value as Language)),
    (text) => {
      const description = JSON.parse(text) as WindowDescription
      // Only what the system shows is at stake.
      void client.call('window.describe', description).catch(() => undefined)
    },
    { immediate: true },
  )
  const stopHearing = client.on('menu.command', ({ key }) => {
    // What an editor still holds may be what is to be undone.
    flushEditors()
    const command = read().commands.find((each) => each.key === key)
    if (command !== undefined) give(command)
  })
  onBeforeUnmount(stopHearing)
}

function toDescription(
  { commands, isEdited, progress }: WindowContent,
  language: Language,
): WindowDescription {
  return {
    language,
    isEdited,
    progress,
    commands: commands.map(({ key, group, name, shortcuts: [shortcut = null], isDisabled }) => {
      return { key, group, name, shortcut, isDisabled }
    }),
  }
}
