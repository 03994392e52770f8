import { Kind } from './character-kind'
import type { LineExtent } from './measure-line'
import { partAtEnd, partAtStart, trackingOf, type WordPart } from './reshape-word'
import { createRunDraft, type RunDraft } from './run-draft'
import type { SetRun } from './set-line'
import type { ShapedParagraph } from './shaped-paragraph'
import { scaleToMpt } from './shape-text'

/** The glyphs of a line at their places. */
export interface PlacedRuns {
  readonly runs: readonly SetRun[]
  /**
   * Left edge of each body, from the line's first cluster to its last; holds until the next line is
   * placed.
   */
  readonly bodyXs: readonly number[]
  /** Right edge of the last body. */
  readonly inkEndMpt: number
}

/** Places the lines of a paragraph, one after the other. */
export type PlaceRuns = (
  from: number,
  to: number,
  extent: LineExtent,
  gapsMpt: Int32Array,
  startMpt: number,
) => PlacedRuns

/**
 * Places the clusters `from`…`to` on a line that begins at `startMpt`, with the given gaps. A run
 * ends where face or style changes. What vanishes at the line's edges stays in the text of the
 * runs, so that they say together exactly what was typed.
 */
export function createRunPlacer(shaped: ShapedParagraph): PlaceRuns {
  const { kinds, bodies, offsets, styleOf, faceOf, gaps, text } = shaped
  const draft = createRunDraft(text)
  const bodyXs: number[] = []
  return (from, to, { first, last, leadMpt }, gapsMpt, startMpt) => {
    const runs: SetRun[] = []
    const head = partAtStart(shaped, from, to)
    const tail = partAtEnd(shaped, from, to)
    /** By how much the gap after a cluster is squeezed or stretched. */
    const changeOf = (at: number): number => {
      const natural = gaps.naturals[at] ?? 0
      return (gapsMpt[at - first] ?? natural) - natural
    }
    let pen = startMpt + leadMpt
    let inkEndMpt = startMpt
    for (let at = from; at < to; at++) {
      if (beginsRun(at, last)) beginRun(runs, at)
      if (!draft.isBegun) continue
      const part = head?.start === at ? head : tail?.start === at ? tail : undefined
      if (part !== undefined) {
        inkEndMpt = addPart(draft, part, pen, offsets, changeOf, (within, xMpt) => {
          bodyXs[within - first] = xMpt
        })
        at = part.end - 1
        pen = inkEndMpt + (gapsMpt[at - first] ?? 0)
        continue
      }
      if (at > last) continue
      addCluster(shaped, draft, at, at < first ? startMpt : pen)
      if (at < first) continue
      bodyXs[at - first] = pen
      inkEndMpt = pen + (bodies[at] ?? 0)
      pen = inkEndMpt + (gapsMpt[at - first] ?? 0)
    }
    endRun(runs, offsets[to] ?? text.length)
    return { runs, bodyXs, inkEndMpt }
  }

  /** Whether a cluster differs in face or style from the one before; what is not seen never does. */
  function beginsRun(at: number, last: number): boolean {
    if (!draft.isBegun) return true
    if (styleOf[at] === styleOf[at - 1] && faceOf[at] === faceOf[at - 1]) return false
    const kind = kinds[at]
    return at <= last && kind !== Kind.Zero && kind !== Kind.LineEnd
  }

  function beginRun(runs: SetRun[], at: number): void {
    const style = shaped.styles[styleOf[at] ?? 0]
    const face = shaped.faces[faceOf[at] ?? 0]
    if (style === undefined || face === undefined) return
    const offset = offsets[at] ?? 0
    endRun(runs, offset)
    draft.begin({ face, style, offset })
  }

  function endRun(runs: SetRun[], offset: number): void {
    const run = draft.end(offset)
    if (run !== undefined) runs.push(run)
  }
}

function addCluster(shaped: ShapedParagraph, draft: RunDraft, at: number, pen: number): void {
  const { starts, ids, xs, rises } = shaped.glyphs
  const offset = shaped.offsets[at] ?? 0
  for (let glyph = starts[at] ?? 0; glyph < (starts[at + 1] ?? 0); glyph++) {
    draft.add(ids[glyph] ?? 0, pen + (xs[glyph] ?? 0), rises[glyph] ?? 0, offset)
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
  putBody: (at: number, xMpt: number) => void,
): number {
  const offset = offsets[start] ?? 0
  const lastOffset = offsets[end - 1] ?? 0
  const tracking = trackingOf(style)
  if (isDivided) draft.divide()
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
    draft.add(
      glyph.glyph,
      pen + scaleToMpt(glyph.dx, face, style.sizeMpt),
      style.riseMpt + scaleToMpt(glyph.dy, face, style.sizeMpt),
      Math.min(offset + cluster, lastOffset),
    )
    pen += scaleToMpt(glyph.advance, face, style.sizeMpt)
  }
  for (let index = 0; index < end - start; index++) putBody(start + index, edges[index] ?? pen)
  for (; at + 1 < end; at++) pen += changeOf(at)
  return pen
}
