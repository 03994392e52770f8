/**
 * How firmly the characters of a text hold together: for each UTF-16 unit, what it costs to end
 * a line after it, from 0 (a seam) to `FIRMEST`.
 */
export type CharacterBonds = (text: string) => readonly number[]

const FIRMEST = 60
const STEP = 20

/** Words that lead a phrase: a line does not end after them. */
const LEADING = new Set('暨和与及或并为在向对以把被从由于给让使')

/**
 * Learns from the texts of an issue which neighbours belong to one word, without a dictionary:
 * 渝 and 地 that stand together far more often than by chance are not parted at a line's end of a
 * headline. Firmness is the t-score of the pair, (n(ab) − n(a)·n(b)/N) ∕ √n(ab). Words that lead
 * a phrase, such as 暨 and 和, are kept with what follows.
 */
export function learnBonds(texts: readonly string[]): CharacterBonds {
  return createBondLearner()(texts)
}

/** Learns from the texts of one issue after another, counting anew only those that differ. */
export function createBondLearner(): (texts: readonly string[]) => CharacterBonds {
  const singles = new Map<string, number>()
  const pairs = new Map<string, number>()
  let counted = new Map<string, number>()
  let total = 0
  const learn = (text: string, times: number): void => {
    total += text.length * times
    for (let at = 0; at < text.length; at += 1) {
      count(singles, text.charAt(at), times)
      if (at + 1 < text.length) count(pairs, text.slice(at, at + 2), times)
    }
  }
  const firmness = (pair: string): number => {
    if (LEADING.has(pair.charAt(0))) return FIRMEST
    const together = pairs.get(pair) ?? 0
    if (together === 0) return 0
    const left = singles.get(pair.charAt(0)) ?? 0
    const right = singles.get(pair.charAt(1)) ?? 0
    const score = (together - (left * right) / total) / Math.sqrt(together)
    return Math.max(0, Math.min(FIRMEST, Math.round(score * STEP)))
  }
  const bonds: CharacterBonds = (text) =>
    Array.from({ length: text.length }, (_, at) => firmness(text.slice(at, at + 2)))
  return (texts) => {
    const wanted = new Map<string, number>()
    for (const text of texts) count(wanted, text, 1)
    for (const [text, times] of wanted) {
      const more = times - (counted.get(text) ?? 0)
      if (more !== 0) learn(text, more)
    }
    for (const [text, times] of counted) if (!wanted.has(text)) learn(text, -times)
    counted = wanted
    return bonds
  }
}

function count(counts: Map<string, number>, key: string, times: number): void {
  const sum = (counts.get(key) ?? 0) + times
  if (sum === 0) counts.delete(key)
  else counts.set(key, sum)
}
