import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { createCompositor, EM } from './specimen'
import type { ParagraphSetting } from './style'

const printed = resolve(import.meta.dirname, '../../../shared/seeds/004-printed-lines.txt')

const compose = createCompositor({
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
})

/** How the press sets: line by line, stops at full width, a single character on a last line. */
const PRESS: Partial<ParagraphSetting> = {
  lines: 'nearest',
  indentMpt: 2 * EM,
  squeezeStops: false,
  lastLineMinHan: 1,
}
const MEASURES_EM = Array.from({ length: 61 }, (_, tenths) => 19.5 + tenths / 10)

/** A paragraph as the lines that the press set. */
interface Printed {
  readonly lines: readonly string[]
  /** Whether the press opened it, so that it takes a line more than it needs (放行). */
  readonly runsOver: boolean
}

/** The first words of each paragraph. */
const STORIES = [
  ['3月28日，“', '开幕式现场', '伸展运动', '市总工会相关', '此外'],
  ['3月28日至', '据悉', '经过激烈', '川渝两地工会', '近年来'],
]
/** It takes seven lines, the last of one character, where its story’s measure needs six. */
const RUN_OVER = '经过激烈'

/** Paragraphs of a story, without headings and breaks between columns. */
function readParagraphs(starts: readonly string[]): readonly Printed[] {
  const paragraphs: string[][] = []
  let isWithin = false
  for (const line of readFileSync(printed, 'utf8').split('\n')) {
    if (STORIES.flat().some((start) => line.startsWith(start))) {
      isWithin = starts.some((start) => line.startsWith(start))
      if (isWithin) paragraphs.push([])
    }
    if (isWithin && line.trim() !== '') paragraphs.at(-1)?.push(line.trim())
  }
  return paragraphs.map((lines) => ({ lines, runsOver: lines[0]?.startsWith(RUN_OVER) ?? false }))
}

/** For each line end of the press but a paragraph's last, whether a measure gives it too. */
function compare(
  { lines, runsOver }: Printed,
  measureEm: number,
  how: Partial<ParagraphSetting>,
): readonly boolean[] {
  const mayRunOver = how.runsOver === true && runsOver
  const set = compose(lines.join(''), measureEm, { ...how, runsOver: mayRunOver })
  const ends = new Set(set.lines.map(({ end }) => end))
  let end = 0
  return lines.slice(0, -1).map((line) => {
    end += line.length
    return ends.has(end)
  })
}

const countOf = (
  story: readonly Printed[],
  measureEm: number,
  how: Partial<ParagraphSetting>,
): number => story.flatMap((paragraph) => compare(paragraph, measureEm, how)).filter(Boolean).length

/** The measure that gives most of a story’s line ends. */
function bestMeasure(story: readonly Printed[], how: Partial<ParagraphSetting>): number {
  const counts = MEASURES_EM.map((measureEm) => countOf(story, measureEm, how))
  return MEASURES_EM[counts.indexOf(Math.max(...counts))] ?? 0
}

/** Says which line ends of a story differ at a measure, and the measures that would give them. */
function explain(
  story: readonly Printed[],
  measureEm: number,
  how: Partial<ParagraphSetting>,
): string {
  return story
    .flatMap((paragraph) => {
      const differ = compare(paragraph, measureEm, how).flatMap((isLike, index) =>
        isLike ? [] : [(paragraph.lines[index] ?? '').slice(-6)],
      )
      if (differ.length === 0) return []
      const own = MEASURES_EM.filter((each) => compare(paragraph, each, PRESS).every(Boolean))
      const range = `${(own[0] ?? 0).toFixed(1)} to ${(own.at(-1) ?? 0).toFixed(1)} em`
      const start = paragraph.lines[0]?.slice(0, 6) ?? ''
      return [`  ${start}…: …${differ.join(', …')}; the press set the paragraph to ${range}`]
    })
    .join('\n')
}

describe.skipIf(!existsSync(printed))('the printed originals (../shared/seeds)', () => {
  const stories = existsSync(printed) ? STORIES.map(readParagraphs) : []
  const best = (how: Partial<ParagraphSetting>): number =>
    stories.reduce((sum, story) => sum + countOf(story, bestMeasure(story, how), how), 0)

  it('have 53 line ends', () => {
    const ends = stories.flat().reduce((sum, { lines }) => sum + lines.length - 1, 0)
    expect(ends).toBe(53)
  })

  it('end at least 44 of them alike with one measure a story and nothing else', () => {
    expect(best(PRESS)).toBeGreaterThanOrEqual(44)
  })

  it('end at least 48 of them alike where the paragraph runs over that the press ran over', () => {
    const how = { ...PRESS, runsOver: true }
    const said = stories.map((story) => {
      const measureEm = bestMeasure(story, how)
      const all = story.reduce((sum, { lines }) => sum + lines.length - 1, 0)
      const alike = `${String(countOf(story, measureEm, how))} of ${String(all)} alike`
      return `${alike} at ${measureEm.toFixed(1)} em\n${explain(story, measureEm, how)}`
    })
    process.stdout.write(`Line ends of the press:\n${said.join('\n')}\n`)
    expect(best(how)).toBeGreaterThanOrEqual(48)
  })

  it('end all of them alike with a measure for each paragraph', () => {
    expect(
      stories
        .flat()
        .reduce((sum, each) => sum + countOf([each], bestMeasure([each], PRESS), PRESS), 0),
    ).toBe(53)
  })
})
