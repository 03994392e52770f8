import { type BrowserWindow, dialog, shell } from 'electron'
import type { Language } from '../engine/document/message'
import { words } from './words'

/** Hosts that the person has let be opened since the app was started. */
const allowed = new Set<string>()

/**
 * Opens an address in the browser of the system. Only https, and only hosts that the person has
 * said yes to: addresses come out of issues, which anyone may have written.
 */
export async function openOutside(
  window: BrowserWindow,
  address: string,
  language: Language,
): Promise<void> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'https:') {
    await dialog.showMessageBox(window, {
      type: 'info',
      message: words.linkRefused[language],
      detail: address,
    })
    return
  }
  if (!allowed.has(url.host) && !(await isWanted(window, url, language))) return
  allowed.add(url.host)
  await shell.openExternal(url.href)
}

async function isWanted(window: BrowserWindow, url: URL, language: Language): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.linkAsked[language],
    detail: url.href,
    buttons: [words.openLink[language], words.cancel[language]],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
