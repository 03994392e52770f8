import { computed, shallowRef } from 'vue'
import type { Client } from '../../bridge/client'
import type { DocumentState, DocumentStatus } from '../../bridge/document-state'
import { apply, type Command } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import { type Batch, CommandQueue } from './command-queue'
import { emptyHistory, type HistoryEntry, record, stepBack, stepForward } from './edit-history'

/** How a change is remembered. */
export interface ChangeOptions {
  /** Changes of one key in quick succession are undone as one. */
  readonly mergeKey?: string
  readonly storyId?: string
  /** Who made it, so that an editor does not take its own change for another's. */
  readonly origin?: object
}

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
    const inverse: Command[] = []
    let after = content.value
    for (const command of commands) {
      const applied = apply(after, command)
      after = applied.document
      inverse.unshift(applied.inverse)
    }
    content.value = after
    tell(commands, origin)
    return inverse
  }

  const send = (commands: readonly Command[]): void => {
    isSettled.value = false
    queue.push(commands)
  }

  const reload = async (unsent: readonly Batch[]): Promise<void> => {
    const fresh = await client.call('document.state', { documentId })
    queue.restart(fresh.revision)
    content.value = { issue: fresh.issue, template: fresh.template }
    status.value = fresh
    history.value = emptyHistory
    tell(null)
    if (fresh.readOnly !== null) return
    for (const { commands } of unsent) {
      try {
        change(commands)
        send(commands)
      } catch (error) {
        onTrouble(error)
      }
    }
  }

  const queue = new CommandQueue(client, documentId, state.revision, {
    taken: () => {
      isSettled.value = queue.isIdle
    },
    refused: (error, unsent) => {
      isSettled.value = true
      const isStale = error instanceof Error && 'code' in error && error.code === 'revision-stale'
      if (!isStale) onTrouble(error)
      // What the host refused itself is not sent again; what came after it may still hold.
      reload(isStale ? unsent : unsent.slice(1)).catch(onTrouble)
    },
  })

  const stops = [
    client.on('document.changed', ({ documentId: id, revision, batchId, commands }) => {
      if (id !== documentId || queue.has(batchId)) return
      if (!queue.isIdle || revision <= status.value.revision) return
      try {
        change(commands)
        queue.restart(revision)
      } catch {
        reload([]).catch(onTrouble)
      }
    }),
    client.on('document.status', (next) => {
      if (next.documentId === documentId) status.value = next
    }),
    client.onConnection((connected) => {
      if (connected && queue.isIdle) void refreshStatus()
    }),
  ]

  const refreshStatus = async (): Promise<void> => {
    status.value = await client.call('document.state', { documentId })
  }

  const turn = (from: HistoryEntry): HistoryEntry => {
    const inverse = change(from.inverse)
    send(from.inverse)
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
     * @throws {BanxinError} what the document does not allow; nothing is changed then.
     */
    execute(commands: readonly Command[], options: ChangeOptions = {}): void {
      const { mergeKey, storyId, origin } = options
      const inverse = change(commands, origin)
      history.value = record(history.value, { inverse, storyId, mergeKey, timeMs: Date.now() })
      send(commands)
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
    /** Once the host has answered for everything done so far. */
    settle: () => queue.settle(),
    noteStatus(next: DocumentStatus): void {
      status.value = next
    },
    dispose(): void {
      for (const stop of stops) stop()
    },
  }
}
