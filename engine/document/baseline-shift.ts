/** How far text may stand off its baseline, in thousandths of its em. */
export const MOST_SHIFT_MILLI_EM = 500

/** Whether a value is a shift of the baseline: a whole number of thousandths, and not none. */
export function isBaselineShift(value: unknown): value is number {
  const milliEm = Math.abs(Number(value))
  return Number.isInteger(value) && milliEm > 0 && milliEm <= MOST_SHIFT_MILLI_EM
}
