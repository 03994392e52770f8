import { describe, expect, it } from 'vitest'
import { emptyHistory, record, stepBack, stepForward, type HistoryEntry } from './edit-history'

const entry = (id: string, timeMs: number, mergeKey?: string): HistoryEntry => ({
  inverse: [{ type: 'removeStory', id }],
  storyId: id,
  mergeKey,
  timeMs,
})

describe('edit history', () => {
  it('undoes typing that goes on as one, the latest first', () => {
    const typed = record(record(emptyHistory, entry('a', 0, 'text')), entry('b', 500, 'text'))
    expect(typed.done).toHaveLength(1)
    expect(typed.done[0]?.inverse).toEqual([
      { type: 'removeStory', id: 'b' },
      { type: 'removeStory', id: 'a' },
    ])
  })

  it('keeps apart what was done after a pause, elsewhere, or without a key', () => {
    const first = record(emptyHistory, entry('a', 0, 'text'))
    expect(record(first, entry('b', 900, 'text')).done).toHaveLength(2)
    expect(record(first, entry('b', 10, 'head')).done).toHaveLength(2)
    const plain = record(emptyHistory, entry('a', 0))
    expect(record(plain, entry('b', 0)).done).toHaveLength(2)
  })

  it('forgets what was undone once something else is done', () => {
    const back = stepBack(record(emptyHistory, entry('a', 0)), entry('b', 0))
    expect(back.done).toHaveLength(0)
    expect(stepForward(back, entry('a', 0)).done).toHaveLength(1)
    expect(record(back, entry('c', 0)).undone).toHaveLength(0)
  })
})
