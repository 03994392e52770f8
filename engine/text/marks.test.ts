import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { createCompositor, EM, penPositions, readLines } from './specimen'

const compose = createCompositor({
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
})

/** Where the characters of a text stand on one line, in ems. */
function placesEm(text: string, marks: 'full' | 'half' | 'kaiming'): readonly number[] {
  const [line] = compose(text, 40, { marks }).lines
  if (line === undefined) throw new Error('The text has a line')
  return Array.from(text, (character, at) =>
    /[（“]/u.test(character) ? NaN : (penPositions(line).get(at) ?? NaN) / EM,
  ).filter((place) => !Number.isNaN(place))
}

describe('marks (R3)', () => {
  it('are an em wide in 全角', () => {
    expect(placesEm('春，夏。秋', 'full')).toEqual([0, 1, 2, 3, 4])
  })

  it('are half an em wide in 半角', () => {
    expect(placesEm('春，夏。秋', 'half')).toEqual([0, 1, 1.5, 2.5, 3])
    expect(placesEm('春（夏）秋', 'half')).toEqual([0, 1.5, 2.5, 3])
  })

  it('are half an em wide in 开明, but for those that end a sentence', () => {
    expect(placesEm('春，夏。秋！冬', 'kaiming')).toEqual([0, 1, 1.5, 2.5, 3.5, 4.5, 5.5])
  })
})

describe('a mark that hangs (R6)', () => {
  const text = '春夏秋冬东西南北，春夏秋冬东西南北。春夏秋冬'

  it('stands beyond the measure, which the characters before it fill', () => {
    const set = compose(text, 8, { hangs: true })
    expect(readLines(set)).toEqual(['春夏秋冬东西南北，', '春夏秋冬东西南北。', '春夏秋冬'])
    const [line] = set.lines
    expect(line).toMatchObject({ adjustedMpt: 0, widthMpt: 8.5 * EM })
    expect(line === undefined ? 0 : penPositions(line).get(8)).toBe(8 * EM)
  })

  it('is one mark, the last of several, and no bracket', () => {
    const [line] = compose('春夏秋冬东西南”。春夏秋冬东西南北', 8, { hangs: true }).lines
    expect(line).toMatchObject({ end: 9, widthMpt: 8.5 * EM })
    const [bracketed] = compose('春夏秋冬东西南。”春夏秋冬东西南北', 8, { hangs: true }).lines
    expect(bracketed?.widthMpt).toBe(8 * EM)
  })

  it('does not hang unless the house wishes it', () => {
    for (const { widthMpt } of compose(text, 8).lines) expect(widthMpt).toBeLessThanOrEqual(8 * EM)
  })
})
