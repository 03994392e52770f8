import * as z from 'zod'
import { commandError } from './command-error'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { type Issue, MAXIMUM_SECTIONS } from './issue'
import { change, insertAt, lookUp, put, putAnother, takeOut, without } from './records'
import { type Section, sectionSchema } from './section'

/** A place in a list, counted without the item that is put there. */
export const indexSchema = z.int().min(0).max(10_000)

const setSectionSchema = z.strictObject({
  type: z.literal('setSection'),
  id: idSchema,
  changes: z.strictObject({
    style: sectionSchema.shape.style.exactOptional(),
    title: sectionSchema.shape.title.exactOptional(),
  }),
})

/** `addSection`, `removeSection`, `moveSection` and `setSection`. */
export const sectionCommandSchemas = [
  z.strictObject({
    type: z.literal('addSection'),
    /** Without stories: they are added to it. */
    section: sectionSchema.extend({ stories: z.array(idSchema).max(0) }),
    index: indexSchema,
  }),
  z.strictObject({ type: z.literal('removeSection'), id: idSchema }),
  z.strictObject({ type: z.literal('moveSection'), id: idSchema, index: indexSchema }),
  setSectionSchema,
] as const

/** Adds an empty section, takes one away, moves one among the others, or renames or restyles one. */
export type SectionCommand = Immutable<z.infer<(typeof sectionCommandSchemas)[number]>>

interface SectionChange {
  readonly issue: Issue
  readonly inverse: SectionCommand
}

const PATH = 'records.sections'

/**
 * Makes the change.
 * @throws {BanxinError} `id-taken`, `list-full`, `position-not-found`, `record-not-found` or
 * `section-not-empty`.
 */
export function applySectionCommand(issue: Issue, command: SectionCommand): SectionChange {
  const { sections: records } = issue.records
  if (command.type === 'addSection') {
    const { section, index } = command
    return {
      issue: withSections(
        issue,
        putAnother(records, section, PATH),
        insertAt(issue.sections, index, section.id, MAXIMUM_SECTIONS),
      ),
      inverse: { type: 'removeSection', id: section.id },
    }
  }
  const section = lookUp(records, command.id, PATH)
  const { list, index } = takeOut(issue.sections, section.id)
  switch (command.type) {
    case 'removeSection':
      checkEmpty(section)
      return {
        issue: withSections(issue, without(records, section.id), list),
        inverse: { type: 'addSection', section: { ...section, stories: [] }, index },
      }
    case 'moveSection':
      return {
        issue: withSections(
          issue,
          records,
          insertAt(list, command.index, section.id, MAXIMUM_SECTIONS),
        ),
        inverse: { ...command, index },
      }
    case 'setSection': {
      const { changed, back } = change(section, command.changes)
      return {
        issue: withSections(
          issue,
          put<Section>(records, sectionSchema.parse(changed)),
          issue.sections,
        ),
        inverse: setSectionSchema.parse({ ...command, changes: back }),
      }
    }
  }
}

function checkEmpty(section: Section): void {
  if (section.stories.length === 0) return
  throw commandError(
    'section-not-empty',
    `${PATH}.${section.id}`,
    {
      zh: `栏目“${section.title}”里还有稿件`,
      en: `The section “${section.title}” has stories yet`,
    },
    { zh: '请先移走或删去这些稿件', en: 'Move its stories away or remove them first' },
  )
}

function withSections(
  issue: Issue,
  records: Issue['records']['sections'],
  sections: Issue['sections'],
): Issue {
  return { ...issue, sections, records: { ...issue.records, sections: records } }
}
