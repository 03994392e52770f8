import type { Command } from '../../engine/document/command'

/** One thing that a person did: what brings it back, and where it happened. */
export interface HistoryEntry {
  /** In the order in which they are to be applied. */
  readonly inverse: readonly Command[]
  /** The story that it was done in, to be shown when it is undone. */
  readonly storyId: string | undefined
  readonly mergeKey: string | undefined
  readonly timeMs: number
}

/** What was done and what was undone, the latest last, text and structure in one order. */
export interface EditHistory {
  readonly done: readonly HistoryEntry[]
  readonly undone: readonly HistoryEntry[]
}

/** A history in which nothing has been done. */
export const emptyHistory: EditHistory = { done: [], undone: [] }

/** Typing that goes on within this time is undone as one. */
const MERGE_MS = 800
const MOST_ENTRIES = 2_000

/** The history after a person did another thing; what was undone can no longer be redone. */
export function record(history: EditHistory, entry: HistoryEntry): EditHistory {
  const last = history.done.at(-1)
  const isContinued =
    last !== undefined &&
    entry.mergeKey !== undefined &&
    last.mergeKey === entry.mergeKey &&
    entry.timeMs - last.timeMs < MERGE_MS
  const done = isContinued
    ? [...history.done.slice(0, -1), { ...entry, inverse: [...entry.inverse, ...last.inverse] }]
    : [...history.done, entry]
  return { done: done.slice(-MOST_ENTRIES), undone: [] }
}

/** The history after its last entry was undone by `entry.inverse`; `redo` brings it back. */
export function stepBack(history: EditHistory, redo: HistoryEntry): EditHistory {
  return { done: history.done.slice(0, -1), undone: [...history.undone, redo] }
}

/** The history after what was undone last was done again. */
export function stepForward(history: EditHistory, undo: HistoryEntry): EditHistory {
  return { done: [...history.done, undo], undone: history.undone.slice(0, -1) }
}
