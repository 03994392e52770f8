import { describe, expect, it } from 'vitest'
import { BLACK, PAPER, tintOf } from '../../engine/document/ink'
import { lightOf } from '../../engine/document/light'
import { inkColour } from './ink-colour'

describe('inkColour', () => {
  it('names the light of an ink, also when it is asked again, and of others like it', () => {
    const red = { cyan: 200, magenta: 1_000, yellow: 950, black: 120 }
    const swapped = { cyan: 120, magenta: 950, yellow: 1_000, black: 200 }
    for (const ink of [PAPER, red, BLACK, swapped, tintOf(BLACK, 999), red, PAPER]) {
      const { red: r, green: g, blue: b } = lightOf(ink)
      expect(inkColour(ink)).toBe(`rgb(${r} ${g} ${b})`)
    }
    expect(inkColour(PAPER)).toBe('rgb(255 255 255)')
  })
})
