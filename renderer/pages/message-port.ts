import type { Port } from '../../bridge/port-transport'

/** A port of the browser for the contract to cross. */
export function toPort(port: MessagePort): Port {
  return {
    post: (message) => {
      port.postMessage(message)
    },
    hear: (listener) => {
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        listener(data)
      }
    },
  }
}
