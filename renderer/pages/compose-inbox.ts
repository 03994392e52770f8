import type { ToComposer } from './compose-messages'

type Hear = (message: ToComposer) => void

// This room has the types of a window alone; the scope of a worker speaks as a Worker does.
const desk = self as unknown as Worker

/*
 * Messages come while HarfBuzz is still loading, and a worker that does not listen loses them. So
 * this is imported before anything that waits.
 */
const waiting: ToComposer[] = []
let hear: Hear = (message) => waiting.push(message)
desk.onmessage = ({ data }: MessageEvent<ToComposer>) => {
  hear(data)
}

/** Hears what has been said so far, and from now on what is said. */
export function listen(listener: Hear): void {
  hear = listener
  for (const message of waiting.splice(0)) listener(message)
}
