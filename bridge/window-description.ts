import * as z from 'zod'

/** What a command of the desk is called in the program. */
export const commandKeySchema = z.string().regex(/^[a-zA-Z]{1,40}$/)

/** A key with the command key of the system, with another beside it, or alone. */
const shortcutSchema = z.strictObject({
  /** As `KeyboardEvent.key` has it, letters small. */
  key: z.string().min(1).max(20),
  beside: z.enum(['alt', 'shift', 'alone']).exactOptional(),
})

/** What the system shows of a window of the desk. */
export const windowDescriptionSchema = z.strictObject({
  language: z.enum(['zh', 'en']),
  /** Whether something would be lost if the journal were. */
  isEdited: z.boolean(),
  /** How far work is that takes long, from 0 to 1; `null` when there is none. */
  progress: z.number().min(0).max(1).nullable(),
  /** What can be commanded, in the order in which it is listed. */
  commands: z
    .array(
      z.strictObject({
        key: commandKeySchema,
        group: z.enum(['file', 'edit', 'view', 'help']),
        name: z.string().min(1).max(100),
        shortcut: shortcutSchema.nullable(),
        isDisabled: z.boolean(),
      }),
    )
    .max(100),
})

/** See `windowDescriptionSchema`. */
export type WindowDescription = Readonly<z.infer<typeof windowDescriptionSchema>>
