import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { SetLine, SetParagraph } from './set-line'
import { createCompositor, EM, penPositions, readLines } from './specimen'
import type { ParagraphSetting, TabStop } from './style'

const stack = {
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
}
const compose = createCompositor(stack)
const DOT = stack.han.glyphOf(0xb7)

const programme: TabStop = { atMpt: 'end', align: 'right', leader: '·' }

function set(text: string, measureEm: number, ...tabs: readonly TabStop[]): SetParagraph {
  return compose(text, measureEm, { tabs })
}

/** Left edge of the character at an offset of a line, in ems. */
function leftOf(line: SetLine | undefined, offset: number): number {
  return (line === undefined ? NaN : (penPositions(line).get(offset) ?? NaN)) / EM
}

/** The leaders of each line, in ems. */
function leadersOf({ lines }: SetParagraph): readonly (readonly number[])[] {
  return lines.map(({ runs }) =>
    runs.filter(({ text }) => text === '').flatMap(({ xMpt }) => xMpt.map((mpt) => mpt / EM)),
  )
}

describe('a tab', () => {
  it('is a blank of an em in a style without stops', () => {
    expect(leftOf(compose('春夏\t秋冬', 12).lines[0], 3)).toBe(3)
  })

  it('brings what follows to the next stop beyond it', () => {
    const stops = [3, 6].map((em): TabStop => ({ atMpt: em * EM, align: 'left' }))
    expect(leftOf(set('春\t秋\t冬', 12, ...stops).lines[0], 2)).toBe(3)
    expect(leftOf(set('春\t秋\t冬', 12, ...stops).lines[0], 4)).toBe(6)
    expect(leftOf(set('春夏秋\t冬', 12, ...stops).lines[0], 4)).toBe(6)
  })

  it('goes to a blank of an em beyond all stops', () => {
    expect(leftOf(set('春夏秋\t冬', 12, { atMpt: 2 * EM, align: 'left' }).lines[0], 4)).toBe(4)
  })

  it('ends its text at a stop, or has its middle there', () => {
    expect(leftOf(set('春\t秋冬', 12, { atMpt: 8 * EM, align: 'right' }).lines[0], 2)).toBe(6)
    expect(leftOf(set('春\t秋冬', 12, { atMpt: 8 * EM, align: 'center' }).lines[0], 2)).toBe(7)
  })

  it('stands a quarter of an em wide where its text is too long for the stop', () => {
    const stop: TabStop = { atMpt: 4 * EM, align: 'right' }
    expect(leftOf(set('春夏\t秋冬东', 12, stop).lines[0], 3)).toBe(2.25)
  })

  it('reaches the right edge of any measure to the unit', () => {
    for (const measureEm of [9, 12.3, 20]) {
      const paragraph = set('节目\t12', measureEm, programme)
      expect(paragraph.lines.map(({ widthMpt }) => widthMpt)).toEqual([Math.round(measureEm * EM)])
    }
  })

  it('keeps its line as it is up to the last one, and justifies what begins there', () => {
    const stop: TabStop = { atMpt: 4 * EM, align: 'left' }
    const paragraph = set('春，夏\t秋冬东西南北international春夏秋冬', 12.5, stop)
    const [first] = paragraph.lines
    expect(leftOf(first, 4)).toBe(4)
    expect(leftOf(first, 2)).toBe(2)
    expect(first?.widthMpt).toBe(12.5 * EM)
  })

  it('goes to the next line with what it brings there and the end of its entry', () => {
    const paragraph = set('东西南北春夏\t12', 6, programme)
    expect(readLines(paragraph)).toEqual(['东西南北', '春夏\t12'])
    expect(paragraph.lines[1]?.widthMpt).toBe(6 * EM)
  })

  it('is in the last of an entry’s lines', () => {
    const paragraph = set('东西南北，春夏秋冬，东西\t12', 8, programme)
    expect(readLines(paragraph)).toEqual(['东西南北，春夏秋', '冬，东西\t12'])
    expect(paragraph.lines[1]?.widthMpt).toBe(8 * EM)
  })

  it('is laid in each line that the author ends', () => {
    const paragraph = set('春\t1\n春夏秋\t22', 9, programme)
    expect(readLines(paragraph)).toEqual(['春\t1\n', '春夏秋\t22'])
    expect(paragraph.lines.map(({ widthMpt }) => widthMpt)).toEqual([9 * EM, 9 * EM])
  })

  it('begins the line after one that the author ends', () => {
    const paragraph = set('春\t1\n\t22', 9, programme)
    expect(readLines(paragraph)).toEqual(['春\t1\n', '\t22'])
    expect(readLines(set('春夏\t1\n秋冬\t\n\t22', 4, programme))).toEqual([
      '春夏\t1\n',
      '秋冬\t\n',
      '\t22',
    ])
  })

  it('leaves the first tab’s entry whole where a second one goes to the next line', () => {
    const stop: TabStop = { atMpt: 4 * EM, align: 'left' }
    const lines = readLines(set('春夏\t东西南北春夏\t12', 10, stop, programme))
    expect(lines).toEqual(['春夏\t东西南北', '春夏\t12'])
  })

  it.each<Partial<ParagraphSetting>>([
    { lines: 'nearest' },
    { alignment: 'left' },
    { alignment: 'center' },
    { indentMpt: 2 * EM },
    { hyphenates: true, letterFitMilliEm: 20 },
  ])('stands where its stop is with %o', (how) => {
    const paragraph = compose('春夏\t秋冬', 12, { ...how, tabs: [programme] })
    expect(paragraph.lines.map(({ widthMpt }) => widthMpt)).toEqual([12 * EM])
  })

  it('loses no text at any measure', () => {
    const text = '一、开场\t1\n二、\t合唱：“春夏”\t12\n\t三、international\t3\t\t'
    for (let measureEm = 0.5; measureEm < 20; measureEm += 0.5) {
      const paragraph = set(text, measureEm, { atMpt: 3 * EM, align: 'center' }, programme)
      expect(readLines(paragraph).join('')).toBe(text)
      const said = paragraph.lines.flatMap(({ runs }) => runs.map((run) => run.text)).join('')
      expect(said).toBe(text)
    }
  })
})

describe('a line that reaches no tab', () => {
  const entry = '社区图书室，请孩子们朗读；“春天的花园”，随后大家（老少都来）一起讨论。'

  it.each(['justify', 'left'] as const)('is filled as any other that is %s', (alignment) => {
    const talk = `${entry}environmental protection，${entry}`
    for (let measureEm = 7; measureEm < 20; measureEm += 0.25) {
      const how = { lines: 'nearest', alignment, hyphenates: true } as const
      const plain = readLines(compose(talk, measureEm, how))
      const lines = readLines(compose(`${talk}\t12`, measureEm, { ...how, tabs: [programme] }))
      const same = plain.length - 2
      expect(lines.slice(0, same), `at ${measureEm} em`).toEqual(plain.slice(0, same))
    }
  })

  it('takes in what it can be squeezed for', () => {
    const paragraph = set('东西，南北，春夏。秋冬\t12', 8.5, programme)
    expect(readLines(paragraph)[0]).toBe('东西，南北，春夏。秋')
    expect(paragraph.lines[0]?.widthMpt).toBe(8.5 * EM)
  })

  it('is mended where it is before a last line that is too short', () => {
    const text = '春\t1\n春夏秋冬东西南北春夏秋冬。'
    const how = { tabs: [programme], lastLineMinHan: 2 }
    const lines = ['春\t1\n', '春夏秋冬东西南北春夏', '秋冬。']
    expect(readLines(compose(text, 11, how))).toEqual(lines)
  })
})

describe('words of a style with tabs', () => {
  const words = 'international communication environmental responsibility extraordinary '
  const stop: TabStop = { atMpt: 3 * EM, align: 'left' }

  /** Whether each line ends within a word. */
  function areDivided({ text, lines }: SetParagraph): readonly boolean[] {
    return lines.map(({ end }) => /^[a-z]{2}$/.test(text.slice(end - 1, end + 1)))
  }

  it.each([
    ['before a tab', `${words.repeat(4)}\t12`],
    ['after a tab', `春\t${words.repeat(2)}`],
    ['after tabs', words.replaceAll(' ', '\t').repeat(3)],
  ])('have no more than two hyphens in a row %s', (_, text) => {
    let hyphens = 0
    for (let measureEm = 8; measureEm < 16; measureEm += 0.25) {
      const how = { tabs: [stop, programme], hyphenates: true }
      const ends = areDivided(compose(text, measureEm, how))
      hyphens += ends.filter(Boolean).length
      const inARow = ends.some((is, at) => is && ends[at + 1] === true && ends[at + 2] === true)
      expect(inARow, `at ${measureEm} em`).toBe(false)
    }
    expect(hyphens).toBeGreaterThan(0)
  })

  it('are divided after a tab only where the line would be loose', () => {
    const how = { tabs: [stop], hyphenates: true }
    const text = '春\t东西南北international春夏秋冬'
    expect(readLines(compose(text, 9, how))[0]).toBe('春\t东西南北in')
    expect(readLines(compose('春\t东西南北春夏秋international春夏秋冬', 13, how))[0]).toBe(
      '春\t东西南北春夏秋inter',
    )
    const even = `春\t${'东西南北'.repeat(5)}`
    expect(readLines(compose(`${even}international春夏秋冬`, 24.6, how))[0]).toBe(even)
  })

  it('end within the measure with their hyphens', () => {
    const texts = ['春\tinter\u00adnational', '春\t东西南北international春夏秋冬']
    for (const text of texts) {
      for (const align of ['left', 'right', 'center'] as const) {
        for (let measureEm = 7; measureEm < 12; measureEm += 0.125) {
          const tabs: readonly TabStop[] = [{ atMpt: align === 'right' ? 'end' : 2 * EM, align }]
          const { lines } = compose(text, measureEm, { tabs, hyphenates: true })
          for (const { widthMpt } of lines) expect(widthMpt).toBeLessThanOrEqual(measureEm * EM)
        }
      }
    }
  })

  it('stand at a right stop with their hyphen', () => {
    const stop: TabStop = { atMpt: 'end', align: 'right' }
    const text = '春\tinter\u00adnational'
    const [first] = set(text, 5, stop).lines
    expect(first?.end).toBe(8)
    expect(first?.widthMpt).toBe(5 * EM)
  })
})

describe('leaders', () => {
  it('stand below each other, clear of the text on both sides', () => {
    const paragraph = set('春\t1\n春夏秋\t22', 12, programme)
    const [one = [], other = []] = leadersOf(paragraph)
    expect(one.length).toBeGreaterThan(other.length)
    for (const em of other) expect(one).toContain(em)
    expect(Math.min(...other)).toBeGreaterThan(3.25)
    expect(Math.max(...other)).toBeLessThan(10.75)
    const gaps = one.slice(1).map((em, index) => em - (one[index] ?? 0))
    for (const gap of gaps) expect(gap).toBeCloseTo(0.5, 9)
  })

  it('say nothing, so that the line reads as it was typed', () => {
    const [line] = set('春\t1', 12, programme).lines
    const leaders = line?.runs.find(({ text }) => text === '')
    expect(leaders?.glyphs).toContain(DOT)
    expect(line?.runs.map(({ text }) => text).join('')).toBe('春\t1')
  })

  it.each(['·', '…', '.'] as const)('are of %s', (leader) => {
    const [leaders = []] = leadersOf(set('春\t1', 12, { ...programme, leader }))
    expect(leaders.length).toBeGreaterThan(5)
  })

  it('are none where there is no room for one', () => {
    expect(leadersOf(set('东西南北\t12', 5.6, programme))).toEqual([[]])
  })
})
