import { type FigurePin, figurePinSchema } from '../../engine/document/figure-pin'

/** The fields in which a pin is written. */
export type PinField = 'page' | 'columns' | 'line' | 'lines'

const ENDS: ReadonlyMap<string, 'top' | 'bottom'> = new Map([
  ['顶', 'top'],
  ['top', 'top'],
  ['底', 'bottom'],
  ['bottom', 'bottom'],
])

/** A pin with one of its fields written anew; `undefined` where that says no place. */
export function writePin(pin: FigurePin, field: PinField, text: string): FigurePin | undefined {
  const written = { ...pin, ...readField(field, text.trim().toLowerCase()) }
  return figurePinSchema.safeParse(written).data
}

function readField(field: PinField, text: string): Partial<Record<keyof FigurePin, unknown>> {
  if (field === 'line') return { line: ENDS.get(text) ?? wholeNumber(text) }
  if (field !== 'columns') return { [field]: wholeNumber(text) }
  const [, first = '', last = first] = /^(\d+)(?:\s*[-–—~至]\s*(\d+))?$/u.exec(text) ?? []
  const column = wholeNumber(first)
  return { column, columns: wholeNumber(last) - column + 1 }
}

function wholeNumber(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
}

/** The columns of a pin as they are written: `2`, or `1-2`. */
export function namePinColumns({ column, columns }: FigurePin): string {
  return columns === 1 ? String(column) : `${String(column)}-${String(column + columns - 1)}`
}
