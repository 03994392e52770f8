import { createGenerations } from './generations'

/**
 * How firmly the characters of a text hold together: for each UTF-16 unit, what it costs to end
 * a line after it, from 0 (a seam) to `FIRMEST`.
 */
export type CharacterBonds = (text: string) => readonly number[]

/** Texts that come and go together: those of one story. */
export type TextGroup = readonly string[]

/** Learns from the texts of one issue after another. */
export interface BondLearner {
  /**
   * What the texts of an issue teach. Groups that were there before, the very same, are not
   * counted anew; bonds that come to the same are the very same.
   */
  learn(groups: readonly TextGroup[]): CharacterBonds
  /** Lets go of texts that have long been asked about by none. */
  turn(): void
}

const FIRMEST = 60
const STEP = 20
const MOST_TEXTS = 2_000

/** Words that lead a phrase: a line does not end after them. */
const LEADING = new Set(
  Array.from('暨和与及或并为在向对以把被从由于给让使', (word) => word.charCodeAt(0)),
)

/**
 * Learns from the texts of an issue which neighbours belong to one word, without a dictionary:
 * 渝 and 地 that stand together far more often than by chance are not parted at a line's end of a
 * headline. Firmness is the t-score of the pair, (n(ab) − n(a)·n(b)/N) ∕ √n(ab). Words that lead
 * a phrase, such as 暨 and 和, are kept with what follows.
 */
export function createBondLearner(): BondLearner {
  const singles = new Map<number, number>()
  const pairs = new Map<number, number>()
  const known = createGenerations<string, readonly number[]>(MOST_TEXTS)
  let counted: ReadonlySet<TextGroup> = new Set()
  let total = 0
  const learnText = (text: string, times: number): void => {
    total += text.length * times
    for (let at = 0; at < text.length; at += 1) {
      count(singles, text.charCodeAt(at), times)
      if (at + 1 < text.length) count(pairs, pairAt(text, at), times)
    }
  }
  const firmnessAt = (text: string, at: number): number => {
    const left = text.charCodeAt(at)
    if (LEADING.has(left)) return FIRMEST
    const together = at + 1 < text.length ? (pairs.get(pairAt(text, at)) ?? 0) : 0
    if (together === 0) return 0
    const apart = (singles.get(left) ?? 0) * (singles.get(text.charCodeAt(at + 1)) ?? 0)
    const score = (together - apart / total) / Math.sqrt(together)
    return Math.max(0, Math.min(FIRMEST, Math.round(score * STEP)))
  }
  const bonds: CharacterBonds = (text) => {
    const before = known.get(text)
    if (before?.every((firmness, at) => firmness === firmnessAt(text, at)) === true) return before
    const now = Array.from({ length: text.length }, (_, at) => firmnessAt(text, at))
    known.set(text, now)
    return now
  }
  return {
    learn(groups) {
      const now = new Set(groups)
      const changes = new Map<string, number>()
      for (const group of now) {
        if (!counted.has(group)) for (const text of group) count(changes, text, 1)
      }
      for (const group of counted) {
        if (!now.has(group)) for (const text of group) count(changes, text, -1)
      }
      for (const [text, times] of changes) learnText(text, times)
      counted = now
      return bonds
    },
    turn: known.turn,
  }
}

/** Two characters as one number. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}

function count<Key>(counts: Map<Key, number>, key: Key, times: number): void {
  const sum = (counts.get(key) ?? 0) + times
  if (sum === 0) counts.delete(key)
  else counts.set(key, sum)
}
