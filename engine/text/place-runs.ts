import type { Ink } from '../document/ink'
import type { Face } from '../fonts/face'
import { Kind } from './character-kind'
import type { LineExtent } from './measure-line'
import { partAtEnd, partAtStart, trackingOf, type WordPart } from './reshape-word'
import type { SetRun } from './set-line'
import type { ShapedParagraph } from './shaped-paragraph'
import { scaleToMpt } from './shape-text'

/** The glyphs of a line at their places. */
export interface PlacedRuns {
  readonly runs: readonly SetRun[]
  /** Left edge of each body, from the line's first cluster to its last. */
  readonly bodyXs: readonly number[]
  /** Right edge of the last body. */
  readonly inkEndMpt: number
}

interface RunDraft {
  readonly face: Face
  readonly sizeMpt: number
  readonly ink: Ink
  readonly start: number
  readonly glyphs: number[]
  readonly xMpt: number[]
  readonly riseMpt: number[]
  readonly offsets: number[]
  /** Whether a word is divided at its end. */
  isDivided: boolean
}

/**
 * Places the clusters `from`…`to` on a line that begins at `startMpt`, with the given gaps. A run
 * ends where face or style changes. What vanishes at the line's edges stays in the text of the
 * runs, so that they say together exactly what was typed.
 */
export function placeRuns(
  shaped: ShapedParagraph,
  from: number,
  to: number,
  { first, last, leadMpt }: LineExtent,
  gapsMpt: Int32Array,
  startMpt: number,
): PlacedRuns {
  const { kinds, bodies, offsets, styleOf, faceOf, gaps } = shaped
  const drafts: RunDraft[] = []
  const bodyXs: number[] = []
  const head = partAtStart(shaped, from, to)
  const tail = partAtEnd(shaped, from, to)
  let pen = startMpt + leadMpt
  let inkEndMpt = startMpt
  for (let at = from; at < to; at++) {
    const part = head?.start === at ? head : tail?.start === at ? tail : undefined
    const draft = draftFor(shaped, drafts, at)
    if (draft === undefined) continue
    if (part !== undefined) {
      inkEndMpt = addPart(draft, part, pen, offsets, changeOf, bodyXs)
      at = part.end - 1
      pen = inkEndMpt + (gapsMpt[at - first] ?? 0)
      continue
    }
    if (at > last) continue
    addCluster(shaped, draft, at, at < first ? startMpt : pen)
    if (at < first) continue
    bodyXs.push(pen)
    inkEndMpt = pen + (bodies[at] ?? 0)
    pen = inkEndMpt + (gapsMpt[at - first] ?? 0)
  }
  const lineEnd = offsets[to] ?? shaped.text.length
  const runs = drafts.map(({ start, riseMpt, isDivided, ...draft }, index): SetRun => ({
    ...draft,
    ...(riseMpt.some((rise) => rise !== 0) ? { riseMpt } : {}),
    ...(isDivided ? { isDivided } : {}),
    text: shaped.text.slice(start, drafts[index + 1]?.start ?? lineEnd),
  }))
  return { runs, bodyXs, inkEndMpt }

  /** By how much the gap after a cluster is squeezed or stretched. */
  function changeOf(at: number): number {
    const natural = gaps.naturals[at] ?? 0
    return (gapsMpt[at - first] ?? natural) - natural
  }

  /** The run that a cluster goes to, begun where it differs in face or style from the one before. */
  function draftFor(
    { faces, styles }: ShapedParagraph,
    begun: RunDraft[],
    at: number,
  ): RunDraft | undefined {
    const current = begun.at(-1)
    const kind = kinds[at]
    const follows = at > last || kind === Kind.Zero || kind === Kind.LineEnd
    if (current !== undefined) {
      const isSame = styleOf[at] === styleOf[at - 1] && faceOf[at] === faceOf[at - 1]
      if (follows || isSame) return current
    }
    const style = styles[styleOf[at] ?? 0]
    const face = faces[faceOf[at] ?? 0]
    if (style === undefined || face === undefined) return current
    const { sizeMpt, ink } = style
    const start = offsets[at] ?? 0
    const empty = { glyphs: [], xMpt: [], riseMpt: [], offsets: [], isDivided: false }
    const draft: RunDraft = { face, sizeMpt, ink, start, ...empty }
    begun.push(draft)
    return draft
  }
}

function addCluster(shaped: ShapedParagraph, draft: RunDraft, at: number, pen: number): void {
  const { starts, ids, xs, rises } = shaped.glyphs
  const offset = shaped.offsets[at] ?? 0
  for (let glyph = starts[at] ?? 0; glyph < (starts[at + 1] ?? 0); glyph++) {
    draft.glyphs.push(ids[glyph] ?? 0)
    draft.xMpt.push(pen + (xs[glyph] ?? 0))
    draft.riseMpt.push(rises[glyph] ?? 0)
    draft.offsets.push(offset)
  }
}

/**
 * Adds a part of a word that was shaped for itself, and the left edges of its characters; gives its
 * right edge. A hyphen that nobody typed goes with the letter before it.
 */
function addPart(
  draft: RunDraft,
  { face, style, glyphs, isDivided, start, end }: WordPart,
  partX: number,
  offsets: Int32Array,
  changeOf: (at: number) => number,
  bodyXs: number[],
): number {
  const offset = offsets[start] ?? 0
  const lastOffset = offsets[end - 1] ?? 0
  const tracking = trackingOf(style)
  draft.isDivided = isDivided
  let pen = partX
  let cluster = glyphs[0]?.cluster ?? 0
  const edges: number[] = [pen]
  let at = start
  for (const glyph of glyphs) {
    if (glyph.cluster !== cluster) {
      pen += tracking
      cluster = glyph.cluster
      // Letters may be fitted within the part as within any word.
      for (; at + 1 < end && (offsets[at + 1] ?? 0) <= offset + cluster; at++) pen += changeOf(at)
      edges.push(pen)
    }
    draft.glyphs.push(glyph.glyph)
    draft.xMpt.push(pen + scaleToMpt(glyph.dx, face, style.sizeMpt))
    draft.riseMpt.push(style.riseMpt + scaleToMpt(glyph.dy, face, style.sizeMpt))
    draft.offsets.push(Math.min(offset + cluster, lastOffset))
    pen += scaleToMpt(glyph.advance, face, style.sizeMpt)
  }
  for (let index = 0; index < end - start; index++) bodyXs.push(edges[index] ?? pen)
  for (; at + 1 < end; at++) pen += changeOf(at)
  return pen
}
