/** The rule of typography.md that a line breaks; `text` and `sum` are what every line owes. */
export type Rule =
  'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8' | 'R9' | 'R10' | 'text' | 'sum'

/** One broken rule on one composed line. */
export interface Violation {
  readonly rule: Rule
  readonly lineIndex: number
  /** What was found and what the rule asks, with the characters concerned. */
  readonly what: string
}
