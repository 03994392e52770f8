import type { CharacterStyle, StyledRun } from './style'

/** A stretch of a text that a ruby stands above. */
export interface RubyBase {
  readonly start: number
  readonly end: number
  readonly text: string
  /** That of its first character. */
  readonly style: CharacterStyle
}

/** Runs of one paragraph as one text, with the places where something changes. */
export interface MergedRuns {
  readonly text: string
  readonly styles: readonly CharacterStyle[]
  /** Where each style ends, by UTF-16 offset; parallel to `styles`. */
  readonly styleEnds: readonly number[]
  /** Stretches that stay on one line: their first offset and their end. */
  readonly unbroken: readonly (readonly [number, number])[]
  readonly rubies: readonly RubyBase[]
}

function isSameStyle(one: CharacterStyle, other: CharacterStyle): boolean {
  if (one === other) return true
  return (
    one.stack === other.stack &&
    one.sizeMpt === other.sizeMpt &&
    one.ink.cyan === other.ink.cyan &&
    one.ink.magenta === other.ink.magenta &&
    one.ink.yellow === other.ink.yellow &&
    one.ink.black === other.ink.black &&
    one.trackingMilliEm === other.trackingMilliEm &&
    one.riseMpt === other.riseMpt &&
    one.emphasisDots === other.emphasisDots &&
    one.lineBelow?.kind === other.lineBelow?.kind &&
    one.lineBelow?.ordinal === other.lineBelow?.ordinal
  )
}

/** Joins runs whose style is the same, so that splitting a run changes nothing. */
export function mergeRuns(runs: readonly StyledRun[]): MergedRuns {
  const styles: CharacterStyle[] = []
  const styleEnds: number[] = []
  const unbroken: [number, number][] = []
  const rubies: RubyBase[] = []
  let ordinal: number | undefined
  let text = ''
  for (const run of runs) {
    if (run.text === '') continue
    const start = text.length
    text += run.text
    const last = styles.at(-1)
    if (last !== undefined && isSameStyle(last, run.style)) styleEnds.pop()
    else styles.push(run.style)
    styleEnds.push(text.length)
    const ruby = rubies.at(-1)
    if (run.ruby !== undefined && run.ruby.ordinal === ordinal && ruby !== undefined) {
      rubies[rubies.length - 1] = { ...ruby, end: text.length }
    } else if (run.ruby !== undefined) {
      rubies.push({ start, end: text.length, text: run.ruby.text, style: run.style })
    }
    ordinal = run.ruby?.ordinal
    if (!run.noBreak) continue
    const before = unbroken.at(-1)
    if (before?.[1] === start) before[1] = text.length
    else unbroken.push([start, text.length])
  }
  return { text, styles, styleEnds, unbroken, rubies }
}
