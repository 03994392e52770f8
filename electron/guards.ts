import type { Session, WebContents, WebFrameMain } from 'electron'
import { DESK_ORIGIN } from './app-scheme'

/** What pages of the desk may fetch: themselves, and what they made. */
const OWN = [`${DESK_ORIGIN}/`, `blob:${DESK_ORIGIN}/`, 'data:']
/** The tools of developers, which only an app that is not packaged has. */
const TOOLS = 'devtools:'

/** Grants nothing, fetches nothing from anywhere else, saves no download. */
export function guardSession(session: Session, hasTools: boolean): void {
  const own = hasTools ? [...OWN, TOOLS] : OWN
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !own.some((prefix) => url.startsWith(prefix)) })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

/** Keeps a page where it is; `openOutside` gets the addresses that a person wanted to go to. */
export function guardContents(contents: WebContents, openOutside: (url: string) => void): void {
  const stay = (event: { preventDefault(): void }): void => {
    event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', stay)
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}

/** Whether a frame is the page of a window of the desk: no frame inside it, no other page. */
export function isDeskPage(frame: WebFrameMain | null, contents: WebContents): boolean {
  return frame !== null && frame === contents.mainFrame && frame.origin === DESK_ORIGIN
}
