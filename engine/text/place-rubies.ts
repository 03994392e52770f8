import { type LineExtent, measureLine } from './measure-line'
import { placeRuns } from './place-runs'
import type { SetRuby } from './set-line'
import type { ShapedParagraph, ShapedRuby } from './shaped-paragraph'

/**
 * The rubies of a line, each in the middle above its base, but within the measure and no farther
 * over its neighbours than it may reach. One whose base is parted, being too long for a line, stands
 * where the base begins.
 */
export function placeRubies(
  shaped: ShapedParagraph,
  { first, last }: LineExtent,
  bodyXs: readonly number[],
  measureMpt: number,
): readonly SetRuby[] {
  const { rubies, bodies, offsets } = shaped
  const own = rubies.filter((ruby) => ruby.first >= first && ruby.first <= last)
  return own.map((ruby) => {
    const end = Math.min(ruby.last, last)
    const leftMpt = bodyXs[ruby.first - first] ?? 0
    const rightMpt = (bodyXs[end - first] ?? 0) + (bodies[end] ?? 0)
    return {
      runs: placeRuby(ruby, leftMpt, rightMpt, measureMpt),
      riseMpt: ruby.riseMpt,
      offset: offsets[ruby.first] ?? 0,
    }
  })
}

function placeRuby(
  { shaped, widthMpt, reachBeforeMpt, reachAfterMpt }: ShapedRuby,
  leftMpt: number,
  rightMpt: number,
  measureMpt: number,
): SetRuby['runs'] {
  const middleMpt = leftMpt + ((rightMpt - leftMpt - widthMpt) >> 1)
  const furthestMpt = Math.min(rightMpt + reachAfterMpt, measureMpt) - widthMpt
  const startMpt = Math.max(Math.min(middleMpt, furthestMpt), Math.max(leftMpt - reachBeforeMpt, 0))
  const extent = measureLine(shaped, 0, shaped.count, true)
  const gapsMpt = shaped.gaps.naturals.slice(extent.first)
  return placeRuns(shaped, 0, shaped.count, extent, gapsMpt, startMpt).runs
}
