import { IS_LATIN, IS_VOID, Kind, kindSet } from './character-kind'
import type { ClusterBuilder } from './cluster-builder'
import { cutBytes, cutIntegers } from './cut-arrays'
import { type Gaps, Squeeze, Stretch, UNBOUNDED } from './shaped-paragraph'
import type { CharacterStyle, ParagraphSetting } from './style'

const IS_HAN = kindSet(Kind.Han, Kind.Iteration)
const IS_STOP = kindSet(Kind.Pause, Kind.End, Kind.DoubleEnd)
/** Marks without a blank, beside which a bracket needs none of its own (R4). */
const IS_BARE = kindSet(
  ...[Kind.LongDash, Kind.LongDots, Kind.Connector, Kind.Dot, Kind.WideDot, Kind.Slash],
)
/** What takes no stretch beside it (CLREQ 3.5.4; R7). */
const IS_RIGID = kindSet(Kind.Connector, Kind.Slash, Kind.LatinJoiner)

const EXCLAMATION = 0xff01
const QUESTION = 0xff1f

/** The gaps of a paragraph, and the blanks that its marks have at the edges of a line. */
export interface SetGaps {
  readonly gaps: Gaps
  readonly blanksBefore: Int32Array
  readonly blanksAfter: Int32Array
}

/**
 * Sets the gap after each cluster by the kinds on its sides: R3 and R4 for marks, R7 for word
 * spaces, R8 between Han and Latin. A space that the author typed is the gap itself; a character
 * of no width changes nothing.
 */
export function setGaps(
  text: string,
  clusters: ClusterBuilder,
  styles: readonly CharacterStyle[],
  {
    squeezeStops,
    marks,
    letterFitMilliEm = 0,
  }: Pick<ParagraphSetting, 'squeezeStops' | 'marks' | 'letterFitMilliEm'>,
): SetGaps {
  const { count, kinds, offsets, styleOf } = clusters
  const gaps = {
    naturals: cutIntegers(count),
    minima: cutIntegers(count),
    maxima: cutIntegers(count),
    squeezeStages: cutBytes(count),
    stretchStages: cutBytes(count),
  }
  const blanksBefore = cutIntegers(count)
  const blanksAfter = cutIntegers(count)
  const emOf = (at: number): number => styles[styleOf[at] ?? 0]?.sizeMpt ?? 0
  const unitOf = (at: number): number => text.charCodeAt(offsets[at] ?? 0)

  const put = (
    at: number,
    minimum: number,
    natural: number,
    maximum: number,
    squeeze: number,
    stretch: number,
  ): void => {
    const style = styles[styleOf[at] ?? 0]
    const tracking = Math.round(((style?.sizeMpt ?? 0) * (style?.trackingMilliEm ?? 0)) / 1000)
    gaps.naturals[at] = natural + tracking
    gaps.minima[at] = minimum + tracking
    gaps.maxima[at] = maximum + tracking
    gaps.squeezeStages[at] = minimum < natural ? squeeze : Squeeze.None
    gaps.stretchStages[at] = stretch
  }

  /** The gap between two visible neighbours, held by the cluster at `at`. */
  const putPair = (at: number, left: number, right: number): void => {
    const before = kinds[left] ?? 0
    const after = kinds[right] ?? 0
    if (IS_LATIN[before] === 1 && IS_LATIN[after] === 1) {
      const fits = letterFitMilliEm > 0 && isLetter(unitOf(left)) && isLetter(unitOf(right))
      const most = fits ? Math.floor((emOf(at) * letterFitMilliEm) / 1000) : 0
      put(at, -most, 0, most, Squeeze.Letter, most > 0 ? Stretch.Letter : Stretch.None)
      return
    }
    if (isHanLatin(before, after)) {
      putHanLatin(at, emOf(IS_HAN[before] === 1 ? left : right))
      return
    }
    const blankAfter = losesBlankAfter(before, after) ? 0 : (blanksAfter[left] ?? 0)
    const blankBefore = losesBlankBefore(before, after) ? 0 : (blanksBefore[right] ?? 0)
    const natural = blankAfter + blankBefore
    const squeeze = blankAfter > 0 ? squeezeStageOf(before) : squeezeStageOf(after)
    const minimum = squeeze === Squeeze.End && !squeezeStops ? natural : 0
    if (isRigid(before, after)) put(at, minimum, natural, natural, squeeze, Stretch.None)
    else put(at, minimum, natural, UNBOUNDED, squeeze, Stretch.Other)
  }

  /** R8: a quarter of an em, an eighth at least and a half at most. */
  const putHanLatin = (at: number, em: number): void => {
    put(at, em >> 3, em >> 2, em >> 1, Squeeze.HanLatin, Stretch.HanLatin)
  }

  /** The space at `at`, and the blank of the mark that follows it (R7, R8). */
  const putSpace = (at: number, left: number, right: number): void => {
    const before = kinds[left] ?? Kind.Zero
    const after = kinds[right] ?? Kind.Zero
    if (isHanLatin(before, after)) {
      putHanLatin(at, emOf(IS_HAN[before] === 1 ? left : right))
      return
    }
    const em = emOf(at)
    const betweenHan = IS_HAN[before] === 1 && IS_HAN[after] === 1
    const betweenWords = IS_LATIN[before] === 1 && IS_LATIN[after] === 1
    const natural = betweenHan ? em >> 1 : betweenWords ? wordSpaceOf(styles, styleOf, at) : em >> 2
    const blank = right === at + 1 ? (blanksBefore[right] ?? 0) : 0
    const squeeze = blank > 0 ? squeezeStageOf(after) : Squeeze.WordSpace
    put(at, em >> 2, natural + blank, (em >> 1) + blank, squeeze, Stretch.WordSpace)
  }

  for (let at = 0; at < count; at++) {
    if (isWide(kinds[at] ?? 0, marks)) setBlanks(at, kinds, emOf(at), blanksBefore, blanksAfter)
  }
  shareEms(count, unitOf, blanksAfter)
  let left = -1
  let right = 0
  let spaced = false
  for (let at = 0; at + 1 < count; at++) {
    const kind = kinds[at] ?? 0
    if (IS_VOID[kind] === 0) left = at
    if (right <= at) {
      // The next visible cluster, and whether a space stands before it.
      spaced = false
      for (right = at + 1; right < count && IS_VOID[kinds[right] ?? 0] === 1; right++) {
        if (kinds[right] !== Kind.Zero) spaced = true
      }
    }
    if (kind === Kind.Space || kind === Kind.HardSpace) putSpace(at, left, right)
    else if (!spaced && right === at + 1 && left >= 0) putPair(at, left, right)
    else if (spaced && left === at) {
      const blank = blanksAfter[at] ?? 0
      const squeeze = squeezeStageOf(kind)
      const minimum = squeeze === Squeeze.End && !squeezeStops ? blank : 0
      put(at, minimum, blank, blank, squeeze, Stretch.None)
    } else {
      const blank = right === at + 1 ? (blanksBefore[right] ?? 0) : 0
      put(at, 0, blank, blank, Squeeze.Bracket, Stretch.None)
    }
  }
  return { gaps, blanksBefore, blanksAfter }
}

/** Whether a mark that meets no other is an em wide. */
function isWide(kind: number, marks: ParagraphSetting['marks']): boolean {
  return marks === 'full' || (marks === 'kaiming' && kind === Kind.End)
}

/** R3: a full-width mark is an em, half of it blank, on the side away from its ink. */
function setBlanks(
  at: number,
  kinds: Uint8Array,
  em: number,
  blanksBefore: Int32Array,
  blanksAfter: Int32Array,
): void {
  const blank = em - (em >> 1)
  switch (kinds[at]) {
    case Kind.Open:
      blanksBefore[at] = blank
      break
    case Kind.Close:
    case Kind.Pause:
    case Kind.End:
      blanksAfter[at] = blank
      break
    case Kind.WideDot:
      blanksBefore[at] = blank >> 1
      blanksAfter[at] = blank - (blank >> 1)
      break
  }
}

function isExclamation(unit: number): boolean {
  return unit === EXCLAMATION || unit === QUESTION
}

/** R3: `！！ ？？ ？！` share one em, three take two: a blank stays after an odd number only. */
function shareEms(count: number, unitOf: (at: number) => number, blanksAfter: Int32Array): void {
  let run = 0
  for (let at = 0; at < count; at++) {
    run = isExclamation(unitOf(at)) ? run + 1 : 0
    if (run < 2) continue
    blanksAfter[at - 1] = 0
    if (run % 2 === 0) blanksAfter[at] = 0
  }
}

/** Letters of Latin, Greek and Cyrillic; figures keep their distance. */
function isLetter(unit: number): boolean {
  if (unit < 0xc0) return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a
  return unit < 0x530 && unit !== 0xd7 && unit !== 0xf7
}

function isHanLatin(before: number, after: number): boolean {
  if (before === Kind.LatinWord) return IS_HAN[after] === 1
  return after === Kind.LatinWord && IS_HAN[before] === 1
}

/** R4: a closing mark turns no blank to a mark, nor does a stop to a closing mark. */
function losesBlankAfter(before: number, after: number): boolean {
  if (after === Kind.Close) return true
  return before === Kind.Close && (IS_STOP[after] === 1 || IS_BARE[after] === 1)
}

/** R4: an opening mark turns no blank to a mark, whose own blank stays if it has one. */
function losesBlankBefore(before: number, after: number): boolean {
  if (after !== Kind.Open) return false
  if (before === Kind.Open || before === Kind.Close) return true
  return IS_STOP[before] === 1 || IS_BARE[before] === 1
}

function squeezeStageOf(kind: number): number {
  switch (kind) {
    case Kind.Open:
    case Kind.Close:
      return Squeeze.Bracket
    case Kind.Pause:
      return Squeeze.Pause
    case Kind.End:
      return Squeeze.End
    case Kind.WideDot:
      return Squeeze.WideDot
    default:
      return Squeeze.None
  }
}

/** Where no stage stretches: beside connectors, within rows of long marks and within numbers (R7). */
function isRigid(before: number, after: number): boolean {
  if (IS_RIGID[before] === 1 || IS_RIGID[after] === 1) return true
  if (before === Kind.Suffix || before === Kind.Prefix) return IS_LATIN[after] === 1
  if (after === Kind.Suffix) return IS_LATIN[before] === 1
  return before === after && (before === Kind.LongDots || before === Kind.LongDash)
}

/** The companion's own word space, a quarter to a third of an em. */
function wordSpaceOf(styles: readonly CharacterStyle[], styleOf: Int32Array, at: number): number {
  const style = styles[styleOf[at] ?? 0]
  if (style === undefined) return 0
  const { latin } = style.stack
  const advance = (latin.advanceOf(latin.glyphOf(0x20)) * style.sizeMpt) / latin.unitsPerEm
  const least = style.sizeMpt >> 2
  const most = Math.floor(style.sizeMpt / 3)
  return Math.min(most, Math.max(least, Math.round(advance)))
}
