import { describe, expect, it } from 'vitest'
import { BLACK, PAPER } from '../../engine/document/ink'
import { inkColour } from './ink-colour'

describe('inkColour', () => {
  it('shows black, paper and a process colour', () => {
    expect(inkColour(BLACK)).toBe('rgb(0 0 0)')
    expect(inkColour(PAPER)).toBe('rgb(255 255 255)')
    expect(inkColour({ cyan: 0, magenta: 1_000, yellow: 1_000, black: 0 })).toBe('rgb(255 0 0)')
  })
})
