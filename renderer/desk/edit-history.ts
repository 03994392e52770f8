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

/**
 * The history without what can no longer be brought back as it was, now that another desk has made
 * changes: whatever is of the same stories as those, or of the order of things where they are.
 */
export function keepApart(history: EditHistory, changes: readonly Command[]): EditHistory {
  const touched = new Set(changes.flatMap(scopesOf))
  const isApart = ({ inverse }: HistoryEntry): boolean =>
    !inverse.flatMap(scopesOf).some((scope) => touched.has(scope))
  return { done: history.done.filter(isApart), undone: history.undone.filter(isApart) }
}

const ORDER = 'order'

function scopesOf(command: Command): readonly string[] {
  switch (command.type) {
    case 'batch':
      return command.commands.flatMap(scopesOf)
    case 'editStory':
    case 'setStory':
      return [command.id]
    case 'addStory':
      return [ORDER, command.story.id]
    case 'removeStory':
    case 'moveStory':
      return [ORDER, command.id]
    case 'addSection':
    case 'removeSection':
    case 'moveSection':
      return [ORDER]
    case 'addAsset':
    case 'removeAsset':
      return []
    default:
      return [command.type]
  }
}

/** The history after its last entry was undone by `entry.inverse`; `redo` brings it back. */
export function stepBack(history: EditHistory, redo: HistoryEntry): EditHistory {
  return { done: history.done.slice(0, -1), undone: [...history.undone, redo] }
}

/** The history after what was undone last was done again. */
export function stepForward(history: EditHistory, undo: HistoryEntry): EditHistory {
  return { done: [...history.done, undo], undone: history.undone.slice(0, -1) }
}
