import type { Gap } from './gap'
import type { Rule } from './violation'

/** Rounding of eighths of an em and of shared remainders, in mpt. */
export const ROUNDING_MPT = 2

/** How a line's gaps break R3, R4, R7 or R8; the line is named by the caller. */
export interface FillFault {
  readonly rule: Rule
  readonly what: string
}

const nameOf = (gap: Gap): string =>
  `${gap.before.text}${' '.repeat(gap.before.spacesAfter)}|${gap.after.text}`

const allowanceOf = (gap: Gap): number => ROUNDING_MPT + gap.slackMpt

const growthOf = (gap: Gap): number => gap.observedMpt - gap.naturalMpt

const isSqueezed = (gap: Gap): boolean => !gap.isFree && growthOf(gap) < -allowanceOf(gap)

const isStretched = (gap: Gap): boolean => !gap.isFree && growthOf(gap) > allowanceOf(gap)

function isAtLeast(gap: Gap): boolean {
  return gap.observedMpt <= gap.leastMpt + allowanceOf(gap)
}

function isAtMost(gap: Gap): boolean {
  return gap.observedMpt >= gap.mostMpt - allowanceOf(gap)
}

/**
 * What stage 3 gave each gap of the line: what most of the gaps that only it stretches grew by;
 * anything, when it has only gaps whose natural width the rules leave open.
 */
function stretchOf(gaps: readonly Gap[]): number {
  const third = gaps.filter((gap) => gap.stretchStage === 3)
  const growths = third
    .filter((gap) => !gap.isFree && gap.slackMpt === 0)
    .map(growthOf)
    .sort((one, other) => one - other)
  const middle = growths[Math.floor(growths.length / 2)]
  return middle === undefined ? Infinity : Math.max(0, middle)
}

/** Without a gap for stage 3 a justified line has only the gaps of the first two to fill it with. */
function lastResort(gaps: readonly Gap[]): number {
  return gaps.some((gap) => gap.stretchStage === 3 && !gap.isFree) ? 0 : Infinity
}

function checkLimits(gaps: readonly Gap[], mayStretch: boolean): FillFault[] {
  const thirdMpt = mayStretch ? stretchOf(gaps) : 0
  const resortMpt = mayStretch ? lastResort(gaps) : 0
  return gaps.flatMap((gap) => {
    const most = mayStretch || gap.isFree ? gap.mostMpt : gap.naturalMpt
    const mostMpt =
      most + (gap.stretchStage === 3 ? thirdMpt : gap.stretchStage > 0 ? resortMpt : 0)
    if (gap.observedMpt < gap.leastMpt - allowanceOf(gap)) {
      return [
        { rule: gap.rule, what: `${nameOf(gap)}: ${gap.observedMpt} mpt, least ${gap.leastMpt}` },
      ]
    }
    if (gap.observedMpt > mostMpt + allowanceOf(gap)) {
      return [{ rule: gap.rule, what: `${nameOf(gap)}: ${gap.observedMpt} mpt, most ${mostMpt}` }]
    }
    return []
  })
}

/** The gaps of a stage that still have room share its change equally (R7). */
function checkShares(gaps: readonly Gap[], stage: string): FillFault[] {
  const shares = gaps.filter((gap) => gap.slackMpt === 0).map(growthOf)
  if (shares.length < 2) return []
  const spread = Math.max(...shares) - Math.min(...shares)
  if (spread <= ROUNDING_MPT + 1) return []
  return [
    { rule: 'R7', what: `${stage} shared unequally: ${gaps.map(nameOf).join(' ')} by ${spread}` },
  ]
}

function checkSqueezeOrder(gaps: readonly Gap[]): FillFault[] {
  const last = Math.max(0, ...gaps.filter(isSqueezed).map((gap) => gap.squeezeStage))
  const faults = gaps
    .filter((gap) => !gap.isFree && gap.squeezeStage > 0 && gap.squeezeStage < last)
    .filter((gap) => !isAtLeast(gap))
    .map((gap): FillFault => ({
      rule: 'R7',
      what: `${nameOf(gap)} (stage ${gap.squeezeStage}) has room while stage ${last} is squeezed`,
    }))
  const open = gaps.filter((gap) => !gap.isFree && gap.squeezeStage === last && !isAtLeast(gap))
  return last === 0 ? [] : [...faults, ...checkShares(open, `squeeze ${last}`)]
}

function checkStretchOrder(gaps: readonly Gap[]): FillFault[] {
  const last = Math.max(0, ...gaps.filter(isStretched).map((gap) => gap.stretchStage))
  const faults = gaps
    .filter((gap) => !gap.isFree && gap.stretchStage > 0 && gap.stretchStage < last)
    .filter((gap) => !isAtMost(gap))
    .map((gap): FillFault => ({
      rule: 'R7',
      what: `${nameOf(gap)} (stage ${gap.stretchStage}) has room while stage ${last} is stretched`,
    }))
  const open = gaps.filter(
    (gap) => !gap.isFree && gap.stretchStage === last && (last === 3 || !isAtMost(gap)),
  )
  return last === 0 ? [] : [...faults, ...checkShares(open, `stretch ${last}`)]
}

/**
 * Checks how a line is filled: every gap within its limits, a line squeezed or stretched but not
 * both, one stage used up before the next, and equal shares within a stage (R3, R4, R7, R8).
 */
export function checkFill(gaps: readonly Gap[], mayStretch: boolean): readonly FillFault[] {
  const squeezed = gaps.find(isSqueezed)
  const stretched = gaps.find(isStretched)
  const both: FillFault[] =
    squeezed !== undefined && stretched !== undefined
      ? [
          {
            rule: 'R7',
            what: `${nameOf(squeezed)} squeezed while ${nameOf(stretched)} is stretched`,
          },
        ]
      : []
  return [
    ...checkLimits(gaps, mayStretch),
    ...both,
    ...checkSqueezeOrder(gaps),
    ...(mayStretch ? checkStretchOrder(gaps) : []),
  ]
}

/** Which way the gaps show that a line was changed from its natural width. */
export function changeOf(gaps: readonly Gap[]): 'squeezed' | 'stretched' | 'none' {
  if (gaps.some(isSqueezed)) return 'squeezed'
  return gaps.some(isStretched) ? 'stretched' : 'none'
}

/** Whether the line holds a gap that R7 would still let grow. */
export function canStretch(gaps: readonly Gap[]): boolean {
  return gaps.some(
    (gap) => !gap.isFree && (gap.stretchStage === 3 || (gap.stretchStage > 0 && !isAtMost(gap))),
  )
}
