import { Break } from './break-rank'
import { Kind } from './character-kind'
import { isLineStartTrimmed, measureLine, roomOfLine } from './measure-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/** How many lines before the last one may be broken anew. */
const REACH = 3

/** A line is not stretched by more than this share of an em for each gap: a half. */
const LOOSEST_SHARE = 2

interface Mending {
  readonly shaped: ShapedParagraph
  readonly setting: ParagraphSetting
  readonly measureMpt: (lineIndex: number) => number
  readonly lastLine: number
  /** Tails that are known, by line and first cluster. */
  readonly known: Map<number, Tail | undefined>
}

interface Tail {
  readonly ends: readonly number[]
  readonly cost: number
}

/**
 * 孤字 (CLREQ 3.4.4; R10): where the last line has fewer Han than the setting asks for, breaks
 * the lines before it anew, so that it gets some of theirs or they take it in, by whatever
 * changes the gaps least. Where no rule-abiding way is found, the lines stay as they are.
 */
export function mendLastLine(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measureMpt: (lineIndex: number) => number,
  ends: readonly number[],
): readonly number[] {
  const lastStart = ends.at(-2)
  if (lastStart === undefined || !shaped.isChinese) return ends
  if (isLastLineLongEnough(shaped, setting, lastStart)) return ends
  const lastLine = ends.length - 1
  const mending: Mending = { shaped, setting, measureMpt, lastLine, known: new Map() }
  let best: Tail | undefined
  for (let line = lastLine - 1; line >= 0 && line >= lastLine - REACH; line--) {
    if (shaped.breaks[(ends[line] ?? 0) - 1] === Break.Forced) break
    const from = line === 0 ? 0 : (ends[line - 1] ?? 0)
    const tail = findTail(mending, from, line)
    if (tail === undefined || (best !== undefined && best.cost <= tail.cost)) continue
    best = { ends: [...ends.slice(0, line), ...tail.ends], cost: tail.cost }
  }
  return best?.ends ?? ends
}

/**
 * Whether a last line that begins at `from` is long enough (R10): it has as many Han as the
 * setting asks for, two letters or digits counting as one.
 */
export function isLastLineLongEnough(
  { kinds, count }: ShapedParagraph,
  { lastLineMinHan }: ParagraphSetting,
  from: number,
): boolean {
  let missing = lastLineMinHan > 1 ? 2 * lastLineMinHan : 0
  for (let at = from; at < count && missing > 0; at++) {
    if (kinds[at] === Kind.Han) missing -= 2
    else if (kinds[at] === Kind.LatinWord) missing -= 1
  }
  return missing <= 0
}

/** The cheapest way to end the paragraph from `from` on, with at most the lines up to `lastLine`. */
function findTail(mending: Mending, from: number, line: number): Tail | undefined {
  const key = line * mending.shaped.count + from
  if (mending.known.has(key)) return mending.known.get(key)
  const tail = searchTail(mending, from, line)
  mending.known.set(key, tail)
  return tail
}

function searchTail(mending: Mending, from: number, line: number): Tail | undefined {
  const { shaped, setting, measureMpt, lastLine } = mending
  const { count, breaks } = shaped
  if (!isLastLineLongEnough(shaped, setting, from)) return undefined
  const roomMpt = roomOfLine(setting, measureMpt, line)
  const trimmed = isLineStartTrimmed(setting, line)
  let best: Tail | undefined
  for (let to = from + 1; to <= count; to++) {
    const rank = breaks[to - 1] ?? Break.Never
    if (rank < Break.Free) continue
    const { first, last, naturalMpt, squeezableMpt } = measureLine(shaped, from, to, trimmed)
    if (naturalMpt - squeezableMpt > roomMpt) break
    const shortMpt = roomMpt - naturalMpt
    const gapCount = Math.max(1, last - first)
    if (to === count) {
      const cost = shortMpt < 0 ? (shortMpt * shortMpt) / gapCount : 0
      if (best === undefined || cost < best.cost) best = { ends: [to], cost }
    } else if (line < lastLine && shortMpt * LOOSEST_SHARE <= gapCount * emOf(shaped, first)) {
      const rest = findTail(mending, to, line + 1)
      const cost = (shortMpt * shortMpt) / gapCount + (rest?.cost ?? 0)
      if (rest !== undefined && (best === undefined || cost < best.cost)) {
        best = { ends: [to, ...rest.ends], cost }
      }
    }
    if (rank === Break.Forced) break
  }
  return best
}

function emOf({ styles, styleOf }: ShapedParagraph, at: number): number {
  return styles[styleOf[at] ?? 0]?.sizeMpt ?? 0
}
