import { type LineExtent, measureLine } from './measure-line'
import { createRunPlacer } from './place-runs'
import type { SetRuby } from './set-line'
import type { ShapedParagraph, ShapedRuby } from './shaped-paragraph'

/**
 * The rubies of a line, each in the middle above its base, as far as its neighbours and the ends of
 * the measure let it (JLREQ 3.3.8). One whose base is parted, being too long for a line, stands
 * where the base begins.
 */
export function placeRubies(
  shaped: ShapedParagraph,
  { first, last }: LineExtent,
  bodyXs: readonly number[],
  measureMpt: number,
): readonly SetRuby[] {
  const { bodies, offsets } = shaped
  const rubies = shaped.rubies.filter((ruby) => ruby.first >= first && ruby.first <= last)
  const middles = rubies.map((ruby) => {
    const end = Math.min(ruby.last, last)
    const leftMpt = bodyXs[ruby.first - first] ?? 0
    const rightMpt = (bodyXs[end - first] ?? 0) + (bodies[end] ?? 0)
    return leftMpt + ((rightMpt - leftMpt - ruby.widthMpt) >> 1)
  })
  const starts = keepApart(rubies, middles, measureMpt)
  return rubies.map((ruby, index) => ({
    runs: runsAt(ruby, starts[index] ?? 0),
    riseMpt: ruby.riseMpt,
    offset: offsets[ruby.first] ?? 0,
  }))
}

/** Moves rubies off one another: those at the right end leftwards, then all others rightwards. */
function keepApart(
  rubies: readonly ShapedRuby[],
  middles: readonly number[],
  measureMpt: number,
): readonly number[] {
  const starts = [...middles]
  let roomMpt = measureMpt
  for (const [index, { widthMpt, apartMpt }] of [...rubies.entries()].reverse()) {
    const startMpt = Math.min(starts[index] ?? 0, roomMpt - widthMpt)
    starts[index] = startMpt
    roomMpt = startMpt - 2 * apartMpt
  }
  let fromMpt = 0
  for (const [index, { widthMpt, apartMpt }] of rubies.entries()) {
    const startMpt = Math.max(starts[index] ?? 0, fromMpt)
    starts[index] = startMpt
    fromMpt = startMpt + widthMpt + 2 * apartMpt
  }
  return starts
}

function runsAt({ shaped }: ShapedRuby, startMpt: number): SetRuby['runs'] {
  const extent = measureLine(shaped, 0, shaped.count, true)
  const gapsMpt = shaped.gaps.naturals.slice(extent.first)
  return createRunPlacer(shaped)(0, shaped.count, extent, gapsMpt, startMpt).runs
}
