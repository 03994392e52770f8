import { realpath } from 'node:fs/promises'
import { explainFileError } from '../file-error'
import { deskError } from './desk-error'
import { openSession, type OpenedSession } from './open-session'
import { hidePath } from './path-names'
import type { Session } from './session'
import type { SessionContext } from './session-context'

const MOST = 16

/** The documents that this desk has open. */
export class OpenDocuments {
  readonly #context: SessionContext
  readonly #hear: (session: Session) => void
  readonly #sessions = new Map<string, Session>()
  #opening: Promise<unknown> = Promise.resolve()
  #ahead: OpenedSession | undefined
  #isAtRest = false

  /** `hear` is told of each document as soon as it has been read. */
  constructor(context: SessionContext, hear: (session: Session) => void) {
    this.#context = context
    this.#hear = hear
  }

  get all(): readonly Session[] {
    return [...this.#sessions.values()]
  }

  /** @throws {BanxinError} `document-unknown` */
  get(documentId: string): Session {
    const session = this.#sessions.get(documentId)
    if (session === undefined) throw deskError('document-unknown')
    return session
  }

  /**
   * Opens a file; one that is open already is the same document again, unless it could only be
   * read: then it is tried anew.
   * @throws {BanxinError} when it cannot be read, or `too-many-documents`; `document-unknown` once
   * all of them rest.
   */
  async open(path: string, takeOver: boolean): Promise<OpenedSession> {
    if (this.#isAtRest) throw deskError('document-unknown')
    const turn = this.#opening.then(() => this.#open(path, takeOver))
    this.#opening = turn.catch(() => undefined)
    return turn
  }

  /**
   * Opens a file that is going to be asked for, and keeps it until then. Where that cannot be done,
   * whoever asks for it is told why.
   */
  async openAhead(path: string): Promise<void> {
    const turn = this.#opening.then(async () => {
      const real = await realpath(path)
      if (this.#find(real) === undefined) this.#ahead = await this.#read(real, false)
    })
    this.#opening = turn.catch(() => undefined)
    await this.#opening
  }

  async close(documentId: string, discard: boolean): Promise<void> {
    const session = this.get(documentId)
    try {
      await session.close(discard)
    } finally {
      if (session.isClosed) this.#forget(documentId)
    }
  }

  /** @throws {BanxinError} `document-open-elsewhere` when another document of this desk has that file */
  async saveAs(documentId: string, path: string): Promise<Session> {
    const session = this.get(documentId)
    const target = await realpath(path).catch(() => path)
    const other = this.#find(target)
    if (other !== undefined && other !== session) throw deskError('document-open-elsewhere')
    await session.saveAs(path)
    return session
  }

  /**
   * Lets go of all of them, losing nothing.
   * @throws {BanxinError} when work that belongs apart cannot be written; the others are let go of.
   */
  async rest(): Promise<void> {
    this.#isAtRest = true
    await this.#opening
    const ahead = this.#ahead === undefined ? [] : [this.#ahead.session]
    this.#ahead = undefined
    const rested = await Promise.allSettled(
      [...this.all, ...ahead].map((session) => session.rest()),
    )
    this.#sessions.clear()
    for (const each of rested) if (each.status === 'rejected') throw each.reason
  }

  async #open(path: string, takeOver: boolean): Promise<OpenedSession> {
    const real = await realpath(path).catch((error: unknown) => {
      throw hidePath(explainFileError(error, path), path)
    })
    const known = this.#find(real)
    if (known !== undefined && known.status.readOnly === null) {
      return { session: known, recoveredBatches: 0 }
    }
    if (known !== undefined) {
      await known.rest()
      this.#forget(known.id)
    }
    if (this.#sessions.size >= MOST) throw deskError('too-many-documents')
    const ahead = this.#ahead?.session.path === real ? this.#ahead : undefined
    if (ahead !== undefined) this.#ahead = undefined
    // One that could only be read is tried anew.
    const isGood = ahead?.session.status.readOnly === null
    if (!isGood) await ahead?.session.rest()
    const opened = ahead !== undefined && isGood ? ahead : await this.#read(real, takeOver)
    this.#sessions.set(opened.session.id, opened.session)
    return opened
  }

  async #read(path: string, takeOver: boolean): Promise<OpenedSession> {
    const opened = await openSession(this.#context, path, takeOver)
    this.#hear(opened.session)
    return opened
  }

  #find(path: string): Session | undefined {
    return this.all.find((session) => session.path === path)
  }

  #forget(documentId: string): void {
    if (!this.#sessions.delete(documentId)) return
    this.#context.emit('document.closed', { documentId })
  }
}
