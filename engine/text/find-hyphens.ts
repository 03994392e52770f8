import createHyphenator from 'hyphen'
import patterns from 'hyphen/patterns/en-us.js'
import { IS_LATIN, Kind } from './character-kind'
import type { ResolvedText } from './resolve-text'

/** Letters that a word has at least, and that stay before and after a hyphen. */
const LEAST_LETTERS = 6
const LEAST_BEFORE = 2
const LEAST_AFTER = 3

const HYPHEN = '-'

/**
 * The exceptions of `hyph-en-us`, said again: the package gives those with more than one hyphen at
 * places that are off by one for each hyphen before.
 */
const EXCEPTIONS = [
  ...['as-so-ciate', 'as-so-ciates', 'dec-li-na-tion', 'oblig-a-tory', 'phil-an-thropic'],
  ...['present', 'presents', 'project', 'projects', 'reci-procity', 're-cog-ni-zance'],
  ...['ref-or-ma-tion', 'ret-ri-bu-tion', 'ta-ble'],
]

/**
 * A word in small letters, perhaps with `’s`, between quotes, brackets and stops. Names, codes,
 * addresses and compounds are none.
 */
const WORD = /^(["'(\u2018\u201c[{]*)([a-z]{6,64})(?:['\u2019]s)?[!"'),.:;?\u2019\u201d\]}]*$/

const divide = createHyphenator(patterns, {
  hyphenChar: HYPHEN,
  minWordLength: LEAST_LETTERS,
  exceptions: EXCEPTIONS,
})

/**
 * The UTF-16 offsets before which an English word may be divided, in order, by Liang's patterns for
 * American English. At least two letters stay before the hyphen and three after it. A word with a
 * capital, a digit, a hyphen, a soft hyphen or a letter with an accent is never divided: it may be
 * a name, a code or an address, or its author has said where.
 */
export function findHyphens({ text, kinds }: ResolvedText): readonly number[] {
  const places: number[] = []
  for (let start = 0; start < text.length; start++) {
    if (IS_LATIN[kinds[start] ?? Kind.Zero] === 0) continue
    let end = start + 1
    while (end < text.length && isOfRun(kinds[end] ?? Kind.Zero)) end++
    if (end - start >= LEAST_LETTERS) addPlaces(text.slice(start, end), start, places)
    start = end
  }
  return places
}

function isOfRun(kind: number): boolean {
  return IS_LATIN[kind] === 1 || kind === Kind.Extend
}

function addPlaces(run: string, start: number, places: number[]): void {
  const [, lead = '', letters] = WORD.exec(run) ?? []
  if (letters === undefined) return
  let letter = 0
  for (const part of String(divide(letters)).split(HYPHEN)) {
    if (letter >= LEAST_BEFORE && letters.length - letter >= LEAST_AFTER) {
      places.push(start + lead.length + letter)
    }
    letter += part.length
  }
}
