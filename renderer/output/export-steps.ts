import type { ExportStep } from '../../bridge/export-state'

/** The parts of an export in their order, each with its share of the work in hundredths. */
const PARTS = [
  ['fonts', 10],
  ['pages', 15],
  ['pictures', 50],
  ['pdf', 20],
  ['file', 5],
] as const satisfies readonly (readonly [ExportStep['part'], number])[]

/** The names of the parts, in order. */
export const EXPORT_PARTS = PARTS.map(([part]) => part)

/** How far an export is, 0…100, as a step of it begins. */
export function percentDone(step: ExportStep | null): number {
  if (step === null) return 0
  const at = EXPORT_PARTS.indexOf(step.part)
  const before = PARTS.slice(0, at).reduce((sum, [, share]) => sum + share, 0)
  if (step.part !== 'pictures' || step.total === 0) return before
  return before + (PARTS[at]?.[1] ?? 0) * (step.done / step.total)
}
