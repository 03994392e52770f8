import { setFlagsFromString } from 'node:v8'

/**
 * Tunes this process for one short piece of work, before it begins: HarfBuzz keeps the code that
 * V8 made of it at once. Better code would come too late to be of use, and Node waits for it.
 */
export function tuneForOneJob(): void {
  setFlagsFromString('--liftoff-only')
}
