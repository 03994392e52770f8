import type { PathStep } from './page'

/** Height of a crest over the middle, and half a wave, in thicknesses of the line. */
const CREST = 0.75
const HALF_WAVE = 3
/** A cubic curve with its handles so far along, and 4/3 as high as its crest, is half a sine. */
const HANDLE = 0.3642

/**
 * A wavy line as a filled shape: whole halves of waves between two ends, each as long as the others
 * to the unit. Lengths in thousandths of a point.
 */
export function drawWave(
  fromMpt: number,
  toMpt: number,
  middleMpt: number,
  thicknessMpt: number,
): readonly PathStep[] {
  const lengthMpt = toMpt - fromMpt
  const halves = Math.max(1, Math.round(lengthMpt / (HALF_WAVE * thicknessMpt)))
  const half = Math.round(thicknessMpt / 2)
  const handleMpt = Math.round((CREST * thicknessMpt * 4) / 3)
  const xAt = (part: number): number => fromMpt + Math.round((lengthMpt * part) / halves)
  const edge = (yMpt: number, part: number, next: number): PathStep => {
    const rise = Math.min(part, next) % 2 === 0 ? -handleMpt : handleMpt
    return {
      op: 'C',
      x1Mpt: xAt(part + (next - part) * HANDLE),
      y1Mpt: yMpt + rise,
      x2Mpt: xAt(next - (next - part) * HANDLE),
      y2Mpt: yMpt + rise,
      xMpt: xAt(next),
      yMpt,
    }
  }
  const topMpt = middleMpt - half
  const bottomMpt = topMpt + thicknessMpt
  const parts = Array.from({ length: halves }, (_, part) => part)
  return [
    { op: 'M', xMpt: fromMpt, yMpt: topMpt },
    ...parts.map((part) => edge(topMpt, part, part + 1)),
    { op: 'L', xMpt: toMpt, yMpt: bottomMpt },
    ...parts.reverse().map((part) => edge(bottomMpt, part + 1, part)),
    { op: 'Z' },
  ]
}
