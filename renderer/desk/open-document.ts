import { computed, shallowRef } from 'vue'
import type { Client } from '../../bridge/client'
import type { DocumentState, DocumentStatus } from '../../bridge/document-state'
import { toError } from '../../bridge/failure'
import { apply, type Command } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import { BanxinError } from '../../engine/document/message'
import { CommandQueue } from './command-queue'
import {
  emptyHistory,
  type HistoryEntry,
  keepApart,
  record,
  stepBack,
  stepForward,
} from './edit-history'
import { rebaseCommands } from './rebase-commands'
import { untilReached } from './until-reached'

/** How a change is remembered. */
export interface ChangeOptions {
  /** Changes of one key in quick succession are undone as one. */
  readonly mergeKey?: string
  readonly storyId?: string
  /** Who made it, so that an editor does not take its own change for another's. */
  readonly origin?: object
}

/** The origin of what another desk did, so that nobody's cursor follows it. */
export const ANOTHER_DESK: object = {}

/** Hears what was done to the document; `commands` is `null` when all of it is another. */
export type ChangeListener = (commands: readonly Command[] | null, origin?: object) => void

/** The document on the desk: changed here at once, and at the host right after. */
export type OpenDocument = ReturnType<typeof openDocument>

/** Holds an open document; `onTrouble` hears what the host refuses. */
export function openDocument(
  client: Client,
  state: DocumentState,
  onTrouble: (error: unknown) => void,
) {
  const { documentId } = state
  const content = shallowRef<Document>({ issue: state.issue, template: state.template })
  const status = shallowRef<DocumentStatus>(state)
  const isSettled = shallowRef(true)
  const history = shallowRef(emptyHistory)
  const listeners = new Set<ChangeListener>()

  const tell: ChangeListener = (commands, origin) => {
    for (const listener of listeners) listener(commands, origin)
  }

  /** Changes the document here; gives what brings it back, the latest first. */
  const change = (commands: readonly Command[], origin?: object): readonly Command[] => {
    const { document, inverse } = applyAll(content.value, commands)
    content.value = document
    tell(commands, origin)
    return inverse
  }

  /** The host tells how much of it is on the disk a moment after it has it: until then it is not. */
  const noteRevision = (revision: number): void => {
    if (revision > status.value.revision) status.value = { ...status.value, revision }
  }

  const send = (commands: readonly Command[], inverse: readonly Command[]): void => {
    isSettled.value = false
    queue.push(commands, inverse)
  }

  /** The latest revision that the host has told of, and what led to those not yet followed. */
  let heard = state.revision
  const missed = new Map<number, readonly Command[]>()
  const missedUpTo = (revision: number): readonly Command[] | null => {
    const commands: Command[] = []
    for (let next = queue.revision + 1; next <= revision; next++) {
      const some = missed.get(next)
      if (some === undefined) return null
      commands.push(...some)
    }
    return commands
  }
  let catchingUp: Promise<void> | undefined

  /** Takes the document as the host has it, and does on top of it what the host does not have. */
  const catchUp = (): void => {
    catchingUp ??= takeTruth()
      .catch(onTrouble)
      .finally(() => {
        catchingUp = undefined
        isSettled.value = queue.isIdle
      })
  }

  const takeTruth = async (): Promise<void> => {
    queue.hold()
    const fetchState = () => untilReached(() => client.call('document.state', { documentId }))
    let fresh = await fetchState()
    while (fresh.revision < heard) fresh = await fetchState()
    const theirs = missedUpTo(fresh.revision)
    missed.clear()
    const unsent = queue.restart(fresh.revision)
    const base = unsent.reduceRight(
      (document, { inverse }) => applyAll(document, inverse).document,
      content.value,
    )
    const truth = { issue: fresh.issue, template: fresh.template }
    const mine = fresh.readOnly === null ? unsent.map(({ commands }) => commands) : []
    const work = rebaseCommands(mine, base, { document: truth, commands: theirs })
    content.value = work.document
    status.value = fresh
    history.value = theirs === null ? emptyHistory : keepApart(history.value, theirs)
    tell(null)
    for (const fault of work.faults) onTrouble(fault)
    for (const { commands, inverse } of work.batches) send(commands, inverse)
  }

  const queue = new CommandQueue(client, documentId, state.revision, {
    taken: (revision) => {
      noteRevision(revision)
      isSettled.value = queue.isIdle
      // While a batch was on its way another desk's may have come after it.
      if (queue.isIdle && heard > revision) catchUp()
    },
    refused: (error) => {
      if (error.code !== 'revision-stale') onTrouble(error)
      catchUp()
    },
  })

  const follow = (revision: number, commands: readonly Command[]): void => {
    if (!queue.isIdle || catchingUp !== undefined || revision <= queue.revision) return
    if (revision > queue.revision + 1) {
      catchUp()
      return
    }
    try {
      change(commands, ANOTHER_DESK)
    } catch {
      catchUp()
      return
    }
    queue.restart(revision)
    missed.delete(revision)
    noteRevision(revision)
    history.value = keepApart(history.value, commands)
  }

  /** A status that was told before what is known by now says nothing of the changes since. */
  const noteStatus = (next: DocumentStatus): void => {
    status.value = { ...next, revision: Math.max(next.revision, status.value.revision) }
  }

  /** Events were missed while there was no connection. */
  const compareWithHost = async (): Promise<void> => {
    const fresh = await client.call('document.state', { documentId })
    if (fresh.revision !== queue.revision && queue.isIdle) catchUp()
    else noteStatus(fresh)
  }

  const checkWritable = (): void => {
    if (status.value.readOnly !== null) throw toError(status.value.readOnly)
  }

  const stops = [
    client.on('document.changed', ({ documentId: id, revision, batchId, commands }) => {
      if (id !== documentId) return
      heard = Math.max(heard, revision)
      if (queue.has(batchId)) return
      missed.set(revision, commands)
      follow(revision, commands)
    }),
    client.on('document.status', (next) => {
      if (next.documentId === documentId) noteStatus(next)
    }),
    client.onConnection((connected) => {
      if (connected && queue.isIdle) compareWithHost().catch(onTrouble)
    }),
  ]

  const turn = (from: HistoryEntry): HistoryEntry => {
    checkWritable()
    const inverse = change(from.inverse)
    send(from.inverse, inverse)
    return { ...from, inverse, mergeKey: undefined }
  }

  return {
    documentId,
    content,
    status,
    /** Whether the host has everything that was done here. */
    isSettled,
    canUndo: computed(() => history.value.done.length > 0),
    canRedo: computed(() => history.value.undone.length > 0),
    /**
     * Does what a person asked for.
     * @throws {BanxinError} what the document does not allow, or why it can only be read; nothing
     * is changed then.
     */
    execute(commands: readonly Command[], options: ChangeOptions = {}): void {
      checkWritable()
      const { mergeKey, storyId, origin } = options
      const inverse = change(commands, origin)
      history.value = record(history.value, { inverse, storyId, mergeKey, timeMs: Date.now() })
      send(commands, inverse)
    },
    /** Undoes the last thing done; gives the story that it was done in. */
    undo(): string | undefined {
      const last = history.value.done.at(-1)
      if (last === undefined) return undefined
      history.value = stepBack(history.value, turn(last))
      return last.storyId
    },
    /** Does again what was undone last; gives the story that it was done in. */
    redo(): string | undefined {
      const last = history.value.undone.at(-1)
      if (last === undefined) return undefined
      history.value = stepForward(history.value, turn(last))
      return last.storyId
    },
    onChange(listener: ChangeListener): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /**
     * Once the host has answered for everything done so far.
     * @throws {BanxinError} when it has not taken all of it: what is saved then would lack the rest.
     */
    async settle(): Promise<void> {
      do {
        await catchingUp
        await queue.settle()
      } while (catchingUp !== undefined)
      if (!queue.isIdle) throw notTaken()
    },
    noteStatus,
    dispose(): void {
      for (const stop of stops) stop()
    },
  }
}

/** A document after commands, and what takes them back, in the order in which that is done. */
function applyAll(
  before: Document,
  commands: readonly Command[],
): { readonly document: Document; readonly inverse: readonly Command[] } {
  const inverse: Command[] = []
  let document = before
  for (const command of commands) {
    const applied = apply(document, command)
    document = applied.document
    inverse.unshift(applied.inverse)
  }
  return { document, inverse }
}

function notTaken(): BanxinError {
  return new BanxinError('changes-not-taken', {
    what: {
      zh: '最后的改动还没有交给版心',
      en: 'The last changes have not reached Banxin',
    },
    where: '',
    mend: {
      zh: '改动还在这个窗口里；请稍候再试，或复制出来再重新打开',
      en: 'They are still in this window; try again in a moment, or copy them out and reopen',
    },
  })
}
