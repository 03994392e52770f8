import * as z from 'zod'
import { PRESET_NAMES } from '../../engine/document/export-preset'

const KEY = 'banxin.export'

const choicesSchema = z.strictObject({ preset: z.enum(PRESET_NAMES), marks: z.boolean() })

/** What a person chose when they exported last; kept with the desk, not in the document. */
export type ExportChoices = Readonly<z.infer<typeof choicesSchema>>

/** The choices of last time; for the press with marks where there was none. */
export function recallChoices(): ExportChoices {
  try {
    return choicesSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? ''))
  } catch {
    return { preset: 'press', marks: true }
  }
}

/** Keeps the choices for the next time. */
export function rememberChoices(choices: ExportChoices): void {
  localStorage.setItem(KEY, JSON.stringify(choices))
}
