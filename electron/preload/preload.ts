import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { WindowBridge } from '../../bridge/window-transport'
import { CALL, DROPPED, EVENT } from '../channels'

const host: WindowBridge = {
  call: (channel, frame) => ipcRenderer.invoke(CALL, channel, frame),
  on: (hear) => {
    const listener = (_event: unknown, name: string, payload: unknown): void => {
      hear(name, payload)
    }
    ipcRenderer.on(EVENT, listener)
    return () => ipcRenderer.off(EVENT, listener)
  },
}
contextBridge.exposeInMainWorld('host', host)

/*
 * Issues that are dropped on the window are opened. The page never learns their paths: only a drop
 * by a hand has files that lie on a disk.
 */
addEventListener(
  'drop',
  (event) => {
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0 || !files.every(({ name }) => /\.banxin$/i.test(name))) return
    event.preventDefault()
    event.stopImmediatePropagation()
    ipcRenderer.send(
      DROPPED,
      files.map((file) => webUtils.getPathForFile(file)),
    )
  },
  { capture: true },
)
