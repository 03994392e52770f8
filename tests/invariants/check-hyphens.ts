import { hyphenateSync } from 'hyphen/en-us'
import type { ReadLine } from './read-lines'
import type { Violation } from './violation'

/** What stands together without a space in Western text. */
const OF_WORD = /[\x21-\x7e\p{Script=Latin}\p{Mn}\u00ad\u2019]/u
const BEFORE_WORD = /^["'(]*/
const AFTER_WORD = /(?:['\u2019]s)?[!"'),.:;?\u2019]*$/

/**
 * Whether an English word may be divided at an offset: it is six letters or more, all small, with
 * two before and three after the hyphen, and the dictionary has a place there.
 */
export function mayDivide(text: string, at: number): boolean {
  let [from, to] = [at, at]
  while (from > 0 && OF_WORD.test(text[from - 1] ?? '')) from -= 1
  while (to < text.length && OF_WORD.test(text[to] ?? '')) to += 1
  const run = text.slice(from, to)
  const lead = BEFORE_WORD.exec(run)?.[0].length ?? 0
  const word = run.slice(lead).replace(AFTER_WORD, '')
  const before = at - from - lead
  if (!/^[a-z]{6,}$/.test(word) || before < 2 || word.length - before < 3) return false
  const parts = hyphenateSync(word, { hyphenChar: '|' }).split('|')
  let place = 0
  return parts.some((part) => (place += part.length) === before)
}

/** Whether the last letter of a line has a hyphen after it. */
function showsHyphen({ clusters }: ReadLine): boolean {
  const last = clusters.at(-1)
  return last?.glyphs.at(-1)?.glyph === last?.face.glyphOf(0x2d)
}

/** Whether a hyphen that nobody typed stands in a line before its last letter. */
function hasInnerHyphen({ clusters }: ReadLine): boolean {
  return clusters.slice(0, -1).some(({ text, face, glyphs }) => {
    const hyphen = face.glyphOf(0x2d)
    return !/[-\u2010\u2011]/.test(text) && glyphs.some(({ glyph }) => glyph === hyphen)
  })
}

/**
 * Checks that a line which ends where a word may be divided shows a hyphen, any other none that was
 * not typed, and no more than two in a row end with one. A run of letters that is too long for a
 * line may be parted elsewhere, and shows none; nor does text within `kept`, first offset and end,
 * which is to stay together.
 */
export function checkHyphens(
  text: string,
  lines: readonly ReadLine[],
  kept?: readonly [start: number, end: number],
): readonly Violation[] {
  const isKept = (at: number) => kept !== undefined && kept[0] < at && at < kept[1]
  let inARow = 0
  return lines.flatMap((read): readonly Violation[] => {
    const { line, lineIndex } = read
    const isDivided = mayDivide(text, line.end) && !isKept(line.end)
    inARow = isDivided ? inARow + 1 : 0
    const isTyped = /[-\u00ad]\s*$/.test(text.slice(line.start, line.end))
    const faults = [
      ...(isTyped || isDivided === showsHyphen(read) ? [] : ['its hyphen is not as its end is']),
      ...(hasInnerHyphen(read) ? ['a hyphen stands within it'] : []),
      ...(inARow > 2 ? ['three lines in a row end with a hyphen'] : []),
    ]
    return faults.map((what) => ({ rule: 'R9', lineIndex, what }))
  })
}
