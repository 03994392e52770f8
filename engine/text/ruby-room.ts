import { IS_LATIN, IS_VOID } from './character-kind'
import type { ClusterBuilder } from './cluster-builder'
import { cutIntegers } from './cut-arrays'
import { measureLine } from './measure-line'
import type { RubyBase } from './merge-runs'
import type { ShapedParagraph, ShapedRuby } from './shaped-paragraph'
import type { CharacterStyle } from './style'

/** A ruby is half as large as what it stands above. */
const SIZE_MILLI = 500

/** Height of its baseline over that of its base, in thousandths of the base's em. */
const RISE_MILLI_EM = 980

/** A ruby shaped for itself, and what it stands above. */
export interface RubyText {
  readonly base: RubyBase
  readonly shaped: ShapedParagraph
}

/** How a ruby is set above text of a style: small, and without what is said of the text itself. */
export function rubyStyle({ stack, sizeMpt, ink }: CharacterStyle): CharacterStyle {
  return {
    stack,
    sizeMpt: Math.round((sizeMpt * SIZE_MILLI) / 1000),
    ink,
    trackingMilliEm: 0,
    riseMpt: 0,
    emphasisDots: false,
  }
}

/** The room that rubies need, and where each of them stands. */
export type RubyRoom = Pick<ShapedParagraph, 'rubies' | 'padsBefore' | 'padsAfter'>

/** Of a text without rubies, as most are: no cluster has a pad. */
const NO_PADS = new Int32Array(0)
const NO_ROOM: RubyRoom = { rubies: [], padsBefore: NO_PADS, padsAfter: NO_PADS }

/** A ruby and the clusters below it. */
interface Fitted extends RubyText {
  readonly first: number
  readonly last: number
  readonly widthMpt: number
  /** The space that belongs to it at either side, and its width with both. */
  readonly apartMpt: number
  readonly wantedMpt: number
  readonly baseMpt: number
}

/**
 * Makes room for rubies that are wider than their bases: each may reach a quarter of an em over a
 * neighbour that has none, or into what the ruby beside it leaves; what is still wanting becomes
 * space shared around the characters of the base, in their bodies, so that it is kept at the edges
 * of lines (CLREQ 3.3; JLREQ 3.3.8). Bodies and glyphs of `clusters` are changed in place.
 */
export function makeRoomForRubies(
  texts: readonly RubyText[],
  clusters: ClusterBuilder,
  naturals: Int32Array,
): RubyRoom {
  if (texts.length === 0) return NO_ROOM
  const { count, kinds, bodies } = clusters
  const padsBefore = cutIntegers(count)
  const padsAfter = cutIntegers(count)
  const fitted = texts.flatMap((text) => fit(text, clusters, naturals) ?? [])
  const reachOver = (neighbour: number, other: Fitted | undefined, emMpt: number): number => {
    if (other !== undefined) {
      return Math.max(0, Math.min(emMpt >> 2, (other.baseMpt - other.wantedMpt) >> 1))
    }
    const kind = kinds[neighbour]
    if (kind === undefined || neighbour >= count || IS_VOID[kind] === 1) return 0
    if (IS_LATIN[kind] === 1) return 0
    // A mark may be half an em wide, and have a ruby at its other side as well.
    return (bodies[neighbour] ?? 0) < emMpt ? emMpt >> 3 : emMpt >> 2
  }
  const rubies = fitted.map((ruby, index): ShapedRuby => {
    const { first, last, wantedMpt, baseMpt, base, shaped, widthMpt, apartMpt } = ruby
    const { sizeMpt, riseMpt } = base.style
    const before = fitted[index - 1]
    const after = fitted[index + 1]
    const left = reachOver(first - 1, before?.last === first - 1 ? before : undefined, sizeMpt)
    const right = reachOver(last + 1, after?.first === last + 1 ? after : undefined, sizeMpt)
    const missingMpt = wantedMpt - baseMpt - left - right
    if (missingMpt > 0) spaceOut(ruby, missingMpt, kinds, padsBefore, padsAfter)
    return {
      first,
      last,
      shaped,
      widthMpt,
      apartMpt,
      riseMpt: riseMpt + Math.round((sizeMpt * RISE_MILLI_EM) / 1000),
    }
  })
  padClusters(clusters, padsBefore, padsAfter)
  return { rubies, padsBefore, padsAfter }
}

/** The clusters of a ruby's base that are seen; `undefined` where there are none. */
function fit(
  text: RubyText,
  { count, offsets, kinds, bodies }: ClusterBuilder,
  naturals: Int32Array,
): Fitted | undefined {
  const { base, shaped } = text
  const isSeen = (at: number): boolean => IS_VOID[kinds[at] ?? 0] === 0
  let first = 0
  while (first < count && (offsets[first] ?? 0) < base.start) first++
  let last = first
  while (last < count && (offsets[last] ?? 0) < base.end) last++
  last--
  while (first <= last && !isSeen(first)) first++
  while (last >= first && !isSeen(last)) last--
  const { naturalMpt: widthMpt, last: lastGlyph } = measureLine(shaped, 0, shaped.count, true)
  if (last < first || lastGlyph < 0) return undefined
  let baseMpt = bodies[last] ?? 0
  for (let at = first; at < last; at++) baseMpt += (bodies[at] ?? 0) + (naturals[at] ?? 0)
  // Two rubies are a quarter of their em apart, as two words are.
  const apartMpt = rubyStyle(base.style).sizeMpt >> 3
  return { ...text, first, last, widthMpt, apartMpt, wantedMpt: widthMpt + 2 * apartMpt, baseMpt }
}

/** Shares space around the characters of a base; letters of a word stay together. */
function spaceOut(
  { first, last }: Fitted,
  missingMpt: number,
  kinds: Uint8Array,
  padsBefore: Int32Array,
  padsAfter: Int32Array,
): void {
  const isIn = (set: Uint8Array, at: number): boolean => set[kinds[at] ?? 0] === 1
  const sides: (readonly [Int32Array, number])[] = []
  for (let at = first; at <= last; at++) {
    if (isIn(IS_VOID, at)) continue
    const isInWord = (other: number): boolean =>
      other >= first && other <= last && isIn(IS_LATIN, at) && isIn(IS_LATIN, other)
    if (!isInWord(at - 1)) sides.push([padsBefore, at])
    if (!isInWord(at + 1)) sides.push([padsAfter, at])
  }
  sides.forEach(([pads, at], index) => {
    const share = (part: number): number => Math.floor((missingMpt * part) / sides.length)
    pads[at] = share(index + 1) - share(index)
  })
}

/** Widens bodies by their pads, their glyphs where they were between them. */
function padClusters(
  clusters: ClusterBuilder,
  padsBefore: Int32Array,
  padsAfter: Int32Array,
): void {
  const { starts, xs } = clusters.glyphs()
  for (let at = 0; at < clusters.count; at++) {
    const before = padsBefore[at] ?? 0
    clusters.bodies[at] = (clusters.bodies[at] ?? 0) + before + (padsAfter[at] ?? 0)
    if (before === 0) continue
    for (let glyph = starts[at] ?? 0; glyph < (starts[at + 1] ?? 0); glyph++) {
      xs[glyph] = (xs[glyph] ?? 0) + before
    }
  }
}
