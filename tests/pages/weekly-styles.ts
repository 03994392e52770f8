import type { RunningStyle } from './check-pages'

/** The running styles of templates/weekly: the body on the grid, briefs six lines to five of it. */
export const WEEKLY_STYLES: readonly RunningStyle[] = [
  { sizeMpt: 10_500, lineMpt: 17_000 },
  { sizeMpt: 9_250, lineMpt: 14_166 },
]
