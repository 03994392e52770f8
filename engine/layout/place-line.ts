import type { SetLine, SetRun, SetStroke } from '../text/set-line'
import { drawWave } from './draw-wave'
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
    items.push(placeRun(run, baselineMpt, sourceAt(run.start)))
  }
  for (const stroke of line.strokes) {
    items.push(placeStroke(stroke, baselineMpt, sourceAt(line.start)))
  }
  for (const { runs, riseMpt, offset } of line.rubies) {
    const below = sourceAt(offset)
    const source: Source = below.kind === 'story' ? { ...below, kind: 'ruby' } : below
    for (const run of runs) items.push(placeRun(run, baselineMpt - riseMpt, source))
  }
  return items
}

function placeRun(run: SetRun, baselineMpt: number, source: Source): GlyphItem {
  return {
    kind: 'glyphs',
    face: run.face.id,
    sizeMpt: run.sizeMpt,
    ink: run.ink,
    baselineMpt,
    glyphs: run.glyphs,
    xMpt: run.xMpt,
    clusters: run.clusters,
    text: run.text,
    source,
    ...(run.riseMpt === undefined ? {} : { riseMpt: run.riseMpt }),
    ...(run.isDivided === undefined ? {} : { isDivided: run.isDivided }),
  }
}

function placeStroke(stroke: SetStroke, baselineMpt: number, source: Source): PageItem {
  const { shape, fromMpt, toMpt, riseMpt, thicknessMpt, ink } = stroke
  const middleMpt = baselineMpt - riseMpt
  if (shape === 'wave') {
    const steps = drawWave(fromMpt, toMpt, middleMpt, thicknessMpt)
    return { kind: 'path', steps, ink, source }
  }
  return {
    kind: 'rect',
    xMpt: fromMpt,
    yMpt: middleMpt - Math.round(thicknessMpt / 2),
    widthMpt: toMpt - fromMpt,
    heightMpt: thicknessMpt,
    ink,
    source,
  }
}
