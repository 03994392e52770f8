import type { ShapedParagraph } from './shaped-paragraph'

/** Hyphens at the ends of lines in a row. */
const MOST_HYPHENS_IN_A_ROW = 2

/** Whether the last of these lines have hyphens, as many as there may be in a row. */
export function endInHyphens({ hyphens }: ShapedParagraph, ends: readonly number[]): boolean {
  const last = ends.slice(-MOST_HYPHENS_IN_A_ROW)
  return last.length === MOST_HYPHENS_IN_A_ROW && last.every((end) => hyphens[end - 1] === 1)
}
