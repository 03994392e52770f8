import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { composeParagraph } from './compose-paragraph'
import type { SetParagraph } from './set-line'
import { createCompositor, EM, readLines, SPECIMEN_SETTING, specimenStyle } from './specimen'
import type { ParagraphSetting, StyledRun } from './style'

const stack = {
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
}
const compose = createCompositor(stack)
const HYPHEN = stack.latin.glyphOf(0x2d)
const divides = { hyphenates: true } as const
const nearest = { hyphenates: true, lines: 'nearest' } as const

/** The lines as they look: with the hyphens that nobody typed. */
function show({ text, lines }: SetParagraph): readonly string[] {
  return lines.map(({ start, end, runs }) => {
    const last = runs.findLast((run) => run.text !== '')
    const said = text.slice(start, end)
    const isShown = last?.glyphs.at(-1) === HYPHEN && !/[-\u00ad]$/.test(said)
    return isShown ? `${said}-` : said
  })
}

const BILINGUAL =
  '社区图书室的志愿者为孩子们朗读 wonderful adventures of an extraordinary gardener，随后大家一起讨论 environmental protection 的意义。'

describe.each(['total-fit', 'nearest'] as const)('words in lines set by %s', (lines) => {
  it('are whole unless their style divides them', () => {
    for (let measureEm = 7; measureEm < 20; measureEm += 0.5) {
      expect(show(compose(BILINGUAL, measureEm, { lines })).join('|')).not.toContain('-')
    }
  })

  it('are divided where a line would be loose, with a hyphen within the measure', () => {
    const set = compose(BILINGUAL, 10, { lines, ...divides })
    expect(show(set).filter((line) => line.endsWith('-')).length).toBeGreaterThan(0)
    expect(readLines(set).join('')).toBe(BILINGUAL)
    for (const line of set.lines.slice(0, -1)) expect(line.widthMpt).toBe(10 * EM)
  })

  it('make lines no looser, and the loosest less so', () => {
    const loosest = (hyphenates: boolean): number => {
      const set = compose(BILINGUAL, 10, { lines, hyphenates })
      return Math.max(...set.lines.slice(0, -1).map(({ adjustedMpt }) => adjustedMpt))
    }
    expect(loosest(true)).toBeLessThan(loosest(false))
  })

  it('are divided on no more than two lines in a row', () => {
    const words = 'international communication environmental responsibility extraordinary '
    for (let measureEm = 8; measureEm < 16; measureEm += 0.25) {
      const shown = show(compose(words.repeat(4), measureEm, { lines, ...divides }))
      const ends = shown.map((line) => (line.endsWith('-') ? '-' : '.')).join('')
      expect(ends, `at ${measureEm} em`).not.toContain('---')
    }
  })
})

describe('a hyphen', () => {
  it('seldom has the end of the paragraph after it', () => {
    const typed =
      '市民在阅览室里听馆员谈植物的历史，再一起看 photographs of the gardens，然后谈 preservation。'
    const countDivided = (lines: 'total-fit' | 'nearest'): number => {
      const measures = Array.from({ length: 40 }, (_, index) => 9 + index / 4)
      return measures.filter((measureEm) => {
        return (
          show(compose(typed, measureEm, { lines, ...divides }))
            .at(-2)
            ?.endsWith('-') === true
        )
      }).length
    }
    expect(countDivided('total-fit')).toBeLessThan(countDivided('nearest'))
  })

  it('belongs to the letter before it, so that the line says what was typed', () => {
    const set = compose('东西南北international春夏', 7, nearest)
    expect(show(set)[0]).toBe('东西南北inter-')
    const run = set.lines[0]?.runs.at(-1)
    expect(run?.text).toBe('inter')
    expect(run?.clusters.slice(-2)).toEqual([4, 4])
  })

  it('is not shown where the place is within a line', () => {
    expect(show(compose('东西南北international春夏', 13, nearest))).toEqual([
      '东西南北international春夏',
    ])
  })

  it('never divides headlines', () => {
    const headline = { ...divides, shape: 'balance', alignment: 'center' } as const
    expect(show(compose('international communication matters', 8, headline)).join('|')).not.toMatch(
      /-/,
    )
  })

  const style = specimenStyle(stack)
  const composeRuns = (
    runs: readonly StyledRun[],
    measureEm: number,
    how: Partial<ParagraphSetting> = divides,
  ) => composeParagraph(runs, { ...SPECIMEN_SETTING, ...how }, [measureEm * EM])

  it.each(['total-fit', 'fewest', 'nearest'] as const)(
    'is none in text that is to stay together, nor below a ruby, in lines set by %s',
    (lines) => {
      for (const text of ['internationalization', '东西南北international春夏']) {
        const runs = [
          { text, style, noBreak: true },
          { text, style, noBreak: false, ruby: { text: '国际化', ordinal: 1 } },
        ]
        for (const run of runs) {
          const whole = show(composeRuns([run], 6, { hyphenates: false, lines }))
          expect(show(composeRuns([run], 6, { ...divides, lines }))).toEqual(whole)
        }
      }
      const unbroken = { text: 'internationalization', style, noBreak: true }
      // Too long for a line, it is parted at any letter.
      expect(show(composeRuns([unbroken], 6, { ...divides, lines }))).toEqual([
        'internationa',
        'lization',
      ])
    },
  )

  it('is none within a line, where only the style of its word changes', () => {
    const bold = { ...style, ink: { ...style.ink, black: 500 } }
    for (const joint of ['', '\u00ad']) {
      const runs = [
        { text: `东西南北春夏in${joint}ter${joint}`, style, noBreak: false },
        { text: 'national春夏秋冬', style: bold, noBreak: false },
      ]
      const set = composeRuns(runs, 7.5, { ...divides, lines: 'nearest' })
      const [first, second] = set.lines
      expect(first?.runs.at(-1)?.glyphs.at(-1)).toBe(HYPHEN)
      expect(set.text.slice(second?.start, second?.end)).toMatch(/^ter\u00ad?national/)
      expect(second?.runs.flatMap(({ glyphs }) => glyphs)).not.toContain(HYPHEN)
      expect(second?.widthMpt).toBeLessThanOrEqual(7.5 * EM)
    }
  })

  it('divides a word that is longer than a line before anything else does', () => {
    expect(show(compose('internationalization', 6, divides))).toEqual(['internation-', 'alization'])
  })
})
