import type { Client } from '../../bridge/client'
import type { Command } from '../../engine/document/command'
import { BanxinError } from '../../engine/document/message'
import { newId } from './new-id'

/** Commands on their way to the host. */
export interface Batch {
  readonly batchId: string
  readonly commands: readonly Command[]
}

/** How the queue stands with its host. */
export interface QueueListener {
  /** All was taken up to this revision. */
  taken(revision: number): void
  /** The host is further on than the desk, or refuses: the truth must be fetched. */
  refused(error: unknown, unsent: readonly Batch[]): void
}

const RETRY_MS = 1_000

/**
 * Sends batches one after the other, each on top of the revision that the one before led to. When
 * the host cannot be reached a batch is sent again under its name, so that it is made once.
 */
export class CommandQueue {
  readonly #client: Client
  readonly #documentId: string
  readonly #listener: QueueListener
  #revision: number
  readonly #own = new Set<string>()
  #waiting: Batch[] = []
  #sending: Promise<void> | undefined

  constructor(client: Client, documentId: string, revision: number, listener: QueueListener) {
    this.#client = client
    this.#documentId = documentId
    this.#revision = revision
    this.#listener = listener
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0
  }

  /** Whether a batch is one that this desk made. */
  has(batchId: string): boolean {
    return this.#own.has(batchId)
  }

  push(commands: readonly Command[]): void {
    const batchId = newId('b')
    this.#own.add(batchId)
    this.#waiting.push({ batchId, commands })
    this.#sending ??= this.#send()
  }

  /** Once everything pushed so far was taken or refused. */
  async settle(): Promise<void> {
    await this.#sending
  }

  /** Begins again on top of another revision. */
  restart(revision: number): void {
    this.#revision = revision
  }

  async #send(): Promise<void> {
    for (;;) {
      const [batch] = this.#waiting
      if (batch === undefined) break
      try {
        const input = { documentId: this.#documentId, base: this.#revision, ...batch }
        const { revision } = await this.#client.call('document.apply', input)
        this.#revision = revision
        this.#waiting.shift()
        this.#listener.taken(revision)
      } catch (error) {
        if (error instanceof BanxinError) {
          const unsent = this.#waiting
          this.#waiting = []
          this.#listener.refused(error, unsent)
        } else await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    }
    this.#sending = undefined
  }
}
