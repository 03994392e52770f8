/** What composed pages owe their reader: by R10 and R11 of typography.md, or by any page. */
export type PageRule =
  'bleed' | 'overlap' | 'R10 widow' | 'R11 grid' | 'R11 leading' | 'R11 level' | 'R11 heading'

/** One broken rule on one composed page. */
export interface PageFault {
  readonly rule: PageRule
  readonly pageIndex: number
  readonly what: string
}

/** A style of running text: the size that tells it from captions, and its line. */
export interface RunningStyle {
  readonly sizeMpt: number
  readonly lineMpt: number
  /** Whether its leading is a little less than half its size, as newspapers allow themselves. */
  readonly isTight?: boolean
}
