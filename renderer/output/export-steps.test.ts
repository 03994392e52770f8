import { describe, expect, it } from 'vitest'
import { EXPORT_PARTS, percentDone } from './export-steps'

describe('percentDone', () => {
  it('grows from part to part and from picture to picture, up to the whole', () => {
    const seen = [
      percentDone(null),
      ...EXPORT_PARTS.flatMap((part) =>
        part === 'pictures'
          ? [0, 1, 2, 3].map((done) => percentDone({ part, done, total: 3 }))
          : [percentDone({ part })],
      ),
    ]
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen[0]).toBe(0)
    expect(seen.at(-1)).toBeLessThan(100)
    expect(percentDone({ part: 'pictures', done: 0, total: 0 })).toBe(25)
  })
})
