import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_PASSES, settle } from './settle'

const same = (one: number, other: number): boolean => one === other

describe('settle', () => {
  it('makes one pass where the guess is right, and says so', () => {
    const made: number[] = []
    const make = (said: number): number => made.push(said)
    expect(settle(3, make, () => 3, same)).toEqual({ made: 1, isSettled: true })
    expect(made).toEqual([3])
  })

  it('makes each pass by what the one before has shown, and gives what the last one made', () => {
    const said: number[] = []
    const make = (page: number): number => {
      said.push(page)
      return Math.min(page + 1, 4)
    }
    expect(settle(1, make, (made) => made, same)).toEqual({ made: 4, isSettled: true })
    expect(said).toEqual([1, 2, 3, 4])
  })

  it('stops after five passes where every number moves what it names', () => {
    let passes = 0
    const swing = (page: number): number => {
      passes += 1
      return page === 2 ? 3 : 2
    }
    const settled = settle(2, swing, (made) => made, same)
    expect(settled).toEqual({ made: 3, isSettled: false })
    expect(passes).toBe(5)
  })

  it('never calls settled what shows something else than it was made by', () => {
    const maps = fc.array(fc.nat(5), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(maps, fc.nat(5), (map, guess) => {
        const made: number[] = []
        const { isSettled } = settle(
          guess,
          (said) => {
            made.push(said)
            return map[said] ?? 0
          },
          (shown) => shown,
          same,
        )
        const last = made.at(-1) ?? -1
        expect(made.length).toBeLessThanOrEqual(MOST_PASSES)
        expect(isSettled).toBe(map[last] === last)
        expect(isSettled || made.length === MOST_PASSES).toBe(true)
      }),
    )
  })
})
