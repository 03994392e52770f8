import type { Client } from '../../bridge/client'
import { MOST_COMMANDS } from '../../bridge/document-state'
import type { Command } from '../../engine/document/command'
import { BanxinError } from '../../engine/document/message'
import { newId } from './new-id'
import { untilReached } from './until-reached'

/** Commands on their way to the host. */
export interface Batch {
  readonly batchId: string
  readonly commands: readonly Command[]
  /** What takes them back, in the order in which that is done. */
  readonly inverse: readonly Command[]
}

/** How the queue stands with its host. */
export interface QueueListener {
  /** A batch was taken and led to this revision. */
  taken(revision: number): void
  /** The host refuses a batch; nothing is sent until the queue is restarted. */
  refused(error: BanxinError): void
}

/**
 * Sends what is done on top of the revision that what was sent before led to. Whatever waits goes
 * as one batch, so that a host that is slow to answer is never far behind; after a refusal one by
 * one, so that only what is refused for itself is dropped. When the host cannot be reached a batch
 * is sent again under its name, so that it is made once.
 */
export class CommandQueue {
  readonly #client: Client
  readonly #documentId: string
  readonly #listener: QueueListener
  #revision: number
  readonly #own = new Set<string>()
  #waiting: Batch[] = []
  #isHeld = false
  #isOneByOne = false
  #sending: Promise<void> | undefined

  constructor(client: Client, documentId: string, revision: number, listener: QueueListener) {
    this.#client = client
    this.#documentId = documentId
    this.#revision = revision
    this.#listener = listener
  }

  /** What the next batch is made on top of. */
  get revision(): number {
    return this.#revision
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0
  }

  /** Whether a batch is one that this desk made. */
  has(batchId: string): boolean {
    return this.#own.has(batchId)
  }

  push(commands: readonly Command[], inverse: readonly Command[]): void {
    const batchId = newId('b')
    this.#own.add(batchId)
    this.#waiting.push({ batchId, commands, inverse })
    this.#goOn()
  }

  /** Once nothing is being sent any more. */
  async settle(): Promise<void> {
    await this.#sending
  }

  /** Sends nothing until it is restarted; what is pushed waits. */
  hold(): void {
    this.#isHeld = true
  }

  /** Begins again on top of another revision; gives what still waited, which it forgets. */
  restart(revision: number): readonly Batch[] {
    const unsent = this.#waiting
    this.#waiting = []
    this.#revision = revision
    this.#isHeld = false
    return unsent
  }

  #goOn(): void {
    if (!this.#isHeld) this.#sending ??= this.#send()
  }

  async #send(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#isHeld) {
      const batches = this.#nextBatches()
      const commands = batches.flatMap((batch) => batch.commands)
      const batchId = batches[0]?.batchId ?? ''
      const input = { documentId: this.#documentId, base: this.#revision, batchId, commands }
      try {
        const { revision } = await untilReached(() => this.#client.call('document.apply', input))
        this.#revision = revision
        this.#waiting.splice(0, batches.length)
        if (this.isIdle) this.#isOneByOne = false
        this.#listener.taken(revision)
      } catch (error) {
        if (!(error instanceof BanxinError)) throw error
        this.hold()
        if (error.code !== 'revision-stale') {
          if (batches.length === 1) this.#waiting.shift()
          this.#isOneByOne = true
        }
        this.#listener.refused(error)
      }
    }
    this.#sending = undefined
  }

  #nextBatches(): readonly Batch[] {
    if (this.#isOneByOne) return this.#waiting.slice(0, 1)
    let count = 0
    const end = this.#waiting.findIndex(({ commands }) => {
      count += commands.length
      return count > MOST_COMMANDS
    })
    return end < 0 ? [...this.#waiting] : this.#waiting.slice(0, Math.max(end, 1))
  }
}
