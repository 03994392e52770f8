import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { createCompositor, EM } from './specimen'

const printed = resolve(import.meta.dirname, '../../../shared/seeds/004-printed-lines.txt')

const compose = createCompositor({
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
})

/** The first words of each paragraph; the fourth is the last of those set beside a picture. */
const STORIES = [
  ['3月28日，“', '开幕式现场', '伸展运动', '市总工会相关', '此外'],
  ['3月28日至', '据悉', '经过激烈', '川渝两地工会', '近年来'],
]

/** Paragraphs as the lines that the press set, without headings and breaks between columns. */
function readParagraphs(starts: readonly string[]): readonly (readonly string[])[] {
  const paragraphs: string[][] = []
  let isWithin = false
  for (const line of readFileSync(printed, 'utf8').split('\n')) {
    if (STORIES.flat().some((start) => line.startsWith(start))) {
      isWithin = starts.some((start) => line.startsWith(start))
      if (isWithin) paragraphs.push([])
    }
    if (isWithin && line.trim() !== '') paragraphs.at(-1)?.push(line.trim())
  }
  return paragraphs
}

/** How many of the press's line ends a measure gives, the last of each paragraph apart. */
function countMatches(paragraphs: readonly (readonly string[])[], measureEm: number): number {
  let matches = 0
  for (const lines of paragraphs) {
    const set = compose(lines.join(''), measureEm, { indentMpt: 2 * EM, squeezeStops: false })
    const ends = new Set(set.lines.map(({ end }) => end))
    let end = 0
    for (const line of lines.slice(0, -1)) {
      end += line.length
      if (ends.has(end)) matches++
    }
  }
  return matches
}

/** The most matches at any measure from 20 to 25 em in tenths of an em. */
function bestMatch(paragraphs: readonly (readonly string[])[]): number {
  const measures = Array.from({ length: 51 }, (_, tenths) => 20 + tenths / 10)
  return Math.max(...measures.map((measureEm) => countMatches(paragraphs, measureEm)))
}

describe.skipIf(!existsSync(printed))('the printed originals (../shared/seeds)', () => {
  const stories = existsSync(printed) ? STORIES.map(readParagraphs) : []

  it('have 53 line ends', () => {
    const ends = stories.flat().reduce((sum, lines) => sum + lines.length - 1, 0)
    expect(ends).toBe(53)
  })

  it('end at least 44 of them alike with one measure a story', () => {
    expect(stories.reduce((sum, story) => sum + bestMatch(story), 0)).toBeGreaterThanOrEqual(44)
  })

  it('end all of them alike with a measure for each paragraph, as pictures narrow some', () => {
    expect(stories.flat().reduce((sum, lines) => sum + bestMatch([lines]), 0)).toBe(53)
  })
})
