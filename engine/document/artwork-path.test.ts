import { describe, expect, it } from 'vitest'
import { isArtworkPath } from './artwork-path'

describe('isArtworkPath', () => {
  it.each(['M0 0L1,1', ' m 0-1 1.5.5 h1v-2 c0 0 1 1 2 2 3 3 4 4 5 5z', 'M0 0 1 1ZM2 2H.5Z'])(
    'takes %s',
    (path) => {
      expect(isArtworkPath(path)).toBe(true)
    },
  )

  it.each([
    '',
    ' ',
    '1 2',
    'L0 0',
    '5M0 0',
    'M',
    'M0',
    'M0 0L1',
    'M0 0H',
    'M0 0C1 1 2 2',
    'M0 0Z1',
  ])('refuses %j', (path) => {
    expect(isArtworkPath(path)).toBe(false)
  })

  it.each(['M0 0Q1 1 2 2', 'M0 0 A1 1 0 0 1 2 2', 'M0 0L1e3 1', 'M0 0;L1 1', 'M0 0L一 1'])(
    'knows nothing of %s',
    (path) => {
      expect(isArtworkPath(path)).toBe(false)
    },
  )
})
