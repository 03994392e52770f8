import type { Face } from '../../engine/fonts/face'
import type { SetLine } from '../../engine/text/set-line'
import { inkOf } from './glyph-ink'

/** The glyphs of one shaping cluster where the composer put them. */
export interface PlacedCluster {
  /** UTF-16 offset in the paragraph's text. */
  readonly offset: number
  /** Exactly the paragraph's text from this cluster to the next, spaces included. */
  readonly text: string
  readonly face: Face
  readonly emMpt: number
  readonly glyphs: readonly PlacedGlyph[]
}

/** A glyph and its pen position from the left edge of the measure. */
export interface PlacedGlyph {
  readonly glyph: number
  readonly xMpt: number
}

/** The glyphs of a line of a text by cluster, in the order of the line's runs. */
export function readClusters(text: string, line: SetLine): readonly PlacedCluster[] {
  const clusters: { offset: number; face: Face; emMpt: number; glyphs: PlacedGlyph[] }[] = []
  for (const run of line.runs) {
    for (const [index, glyph] of run.glyphs.entries()) {
      const placed = { glyph, xMpt: run.xMpt[index] ?? NaN }
      const offset = run.start + (run.clusters[index] ?? NaN)
      const last = clusters.at(-1)
      if (last?.offset === offset) last.glyphs.push(placed)
      else clusters.push({ offset, face: run.face, emMpt: run.sizeMpt, glyphs: [placed] })
    }
  }
  return clusters.map(({ offset, face, emMpt, glyphs }, index) => {
    const end = clusters[index + 1]?.offset ?? line.end
    return { offset, text: text.slice(offset, end), face, emMpt, glyphs }
  })
}

/** What a cluster covers: by its advances, and by its ink (infinitely far apart without any). */
export interface Extent {
  readonly leftMpt: number
  readonly rightMpt: number
  readonly inkLeftMpt: number
  readonly inkRightMpt: number
}

/** What a cluster covers, from the left edge of the measure. */
export function extentOf({ face, emMpt, glyphs }: PlacedCluster): Extent {
  const scale = emMpt / face.unitsPerEm
  let [leftMpt, rightMpt, inkLeftMpt, inkRightMpt] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { glyph, xMpt } of glyphs) {
    const ink = inkOf(face, glyph)
    leftMpt = Math.min(leftMpt, xMpt)
    rightMpt = Math.max(rightMpt, xMpt + Math.round(face.advanceOf(glyph) * scale))
    if (ink === undefined) continue
    inkLeftMpt = Math.min(inkLeftMpt, xMpt + ink.left * scale)
    inkRightMpt = Math.max(inkRightMpt, xMpt + ink.right * scale)
  }
  return { leftMpt, rightMpt, inkLeftMpt, inkRightMpt }
}
