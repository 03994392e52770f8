import type { RunningStyle } from './page-fault'

/** The running styles of the templates: the body on the grid first. */
export const RUNNING_STYLES = {
  /** Briefs are set six lines to five of the grid. */
  weekly: [
    { sizeMpt: 10_500, lineMpt: 17_000 },
    { sizeMpt: 9_250, lineMpt: 14_166 },
  ],
  newspaper: [{ sizeMpt: 9_500, lineMpt: 14_000, isTight: true }],
  briefing: [{ sizeMpt: 15_793, lineMpt: 28_990 }],
} as const satisfies Readonly<Record<string, readonly RunningStyle[]>>
