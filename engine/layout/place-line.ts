import type { SetLine } from '../text/set-line'
import type { GlyphItem, PageItem, Source } from './page'

/**
 * How far the top of the ideographic em box stands above the baseline, in thousandths of an em.
 * Han faces draw on an em box from 0.88 em above to 0.12 em below the baseline (`ideo` −120).
 */
export const EM_TOP_MILLI = 880

/** Where the baseline lies under the top of a line whose em box stands in its middle. */
export function baselineInLine(leadingMpt: number, sizeMpt: number): number {
  return Math.round((leadingMpt - sizeMpt) / 2 + (sizeMpt * EM_TOP_MILLI) / 1000)
}

/** A line as page items, its left edge at 0 and its baseline where the caller says. */
export function placeLine(
  line: SetLine,
  baselineMpt: number,
  sourceAt: (offset: number) => Source,
): readonly PageItem[] {
  const items: PageItem[] = []
  for (const run of line.runs) {
    const start = run.offsets[0] ?? line.start
    const item: GlyphItem = {
      kind: 'glyphs',
      face: run.face.id,
      sizeMpt: run.sizeMpt,
      ink: run.ink,
      baselineMpt,
      glyphs: run.glyphs,
      xMpt: run.xMpt,
      clusters: run.offsets.map((offset) => offset - start),
      text: run.text,
      source: sourceAt(start),
      ...(run.riseMpt === undefined ? {} : { riseMpt: run.riseMpt }),
    }
    items.push(item)
  }
  for (const stroke of line.strokes) {
    items.push({
      kind: 'rect',
      xMpt: stroke.fromMpt,
      yMpt: baselineMpt - stroke.riseMpt - Math.round(stroke.thicknessMpt / 2),
      widthMpt: stroke.toMpt - stroke.fromMpt,
      heightMpt: stroke.thicknessMpt,
      ink: stroke.ink,
      source: sourceAt(line.start),
    })
  }
  return items
}
