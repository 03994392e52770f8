import { compareFile, type FileStamp } from './file-stamp'

/** What another program did to a file: wrote something else into it, or took it away. */
export type OutsideChange = 'changed' | 'gone'

/** Looking costs a glance at the folder; disks of other machines tell of nothing by themselves. */
const LOOK_MS = 2_000

/** What is watched, and who wants to know. */
export interface Watched {
  /** The file as it is known to be; `undefined` while there is none to look at. */
  known(): { readonly path: string; readonly stamp: FileStamp } | undefined
  /** The file is the same still, though its date may not be. */
  same(stamp: FileStamp): void
  tell(change: OutsideChange | null): void
  /** Lets nothing else touch the file meanwhile. */
  inTurn(work: () => Promise<void>): Promise<void>
}

/** Looks at a file every two seconds, for what other programs do to it. */
export class FileWatch {
  readonly #watched: Watched
  #timer: NodeJS.Timeout | undefined

  constructor(watched: Watched) {
    this.#watched = watched
    this.#wait()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      void this.#watched
        .inTurn(() => this.#look())
        .finally(() => {
          if (this.#timer !== undefined) this.#wait()
        })
    }, LOOK_MS)
    this.#timer.unref()
  }

  async #look(): Promise<void> {
    const known = this.#watched.known()
    if (known === undefined) return
    const found = await compareFile(known.path, known.stamp).catch(() => undefined)
    // What cannot be read just now says nothing.
    if (found === undefined || this.#timer === undefined) return
    if (found.state === 'same') this.#watched.same(found.stamp)
    this.#watched.tell(found.state === 'same' ? null : found.state)
  }
}
