import type { Command } from '../../engine/document/command'
import { dateSchema, type Issue } from '../../engine/document/issue'

/** What a person writes of an issue, as text; an empty text is an entry that is not there. */
export interface DetailsDraft {
  readonly name: string
  readonly number: string
  readonly totalNumber: string
  readonly date: string
  readonly publisher: string
  readonly editor: string
  readonly notice: string
  /** What else the template prints, by its name. */
  readonly fields: Readonly<Record<string, string>>
}

/** The entries that are one text. */
export type DetailsEntry = Exclude<keyof DetailsDraft, 'fields'>

/** What is wrong with an entry, by the entry of the language that says it. */
export type DetailsFault = 'nameWanted' | 'publisherWanted' | 'numberWrong' | 'dateWrong'

type Changes = Extract<Command, { type: 'setIssueDetails' }>['changes']

const NUMBER = /^\d{1,6}$/

/**
 * What an issue says of itself, to be written over; `names` are the fields of its own that its
 * template prints.
 */
export function draftDetails(
  { publication, number, totalNumber, date }: Issue,
  names: readonly string[],
): DetailsDraft {
  const { name, publisher, editor = '', notice = '', fields } = publication
  const written = (field: string): string =>
    Object.hasOwn(fields, field) ? (fields[field] ?? '') : ''
  return {
    name,
    number: String(number),
    totalNumber: totalNumber === undefined ? '' : String(totalNumber),
    date,
    publisher,
    editor,
    notice,
    fields: Object.fromEntries(names.map((field) => [field, written(field)])),
  }
}

/** What is wrong with a draft, by entry. */
export function findDetailsFaults(
  draft: DetailsDraft,
): Readonly<Partial<Record<DetailsEntry, DetailsFault>>> {
  const { name, number, totalNumber, date, publisher } = draft
  const isTotalWrong = totalNumber.trim() !== '' && !NUMBER.test(totalNumber.trim())
  return {
    ...(name.trim() === '' ? { name: 'nameWanted' } : {}),
    ...(NUMBER.test(number.trim()) ? {} : { number: 'numberWrong' }),
    ...(isTotalWrong ? { totalNumber: 'numberWrong' } : {}),
    ...(dateSchema.safeParse(date).success ? {} : { date: 'dateWrong' }),
    ...(publisher.trim() === '' ? { publisher: 'publisherWanted' } : {}),
  }
}

/** The change that makes an issue what a sound draft says; `undefined` where it says so already. */
export function detailsCommand(issue: Issue, draft: DetailsDraft): Command | undefined {
  const before = draftDetails(issue, Object.keys(draft.fields))
  const isChanged = (key: DetailsEntry): boolean => draft[key].trim() !== before[key]
  const areFieldsChanged = Object.entries(draft.fields).some(
    ([field, text]) => text.trim() !== before.fields[field],
  )
  const total = draft.totalNumber.trim()
  const changes: Changes = {
    ...(isChanged('number') ? { number: Number(draft.number) } : {}),
    ...(isChanged('totalNumber') ? { totalNumber: total === '' ? null : Number(total) } : {}),
    ...(isChanged('date') ? { date: draft.date } : {}),
    ...(areFieldsChanged || (['name', 'publisher', 'editor', 'notice'] as const).some(isChanged)
      ? { publication: publicationOf(issue, draft) }
      : {}),
  }
  return Object.keys(changes).length === 0 ? undefined : { type: 'setIssueDetails', changes }
}

function publicationOf({ publication }: Issue, draft: DetailsDraft): Issue['publication'] {
  const { address, phone } = publication
  const own = Object.entries(draft.fields).map(([field, text]) => [field, text.trim()] as const)
  const others = Object.entries(publication.fields).filter(
    ([field]) => !Object.hasOwn(draft.fields, field),
  )
  const [editor, notice] = [draft.editor.trim(), draft.notice.trim()]
  return {
    ...(address === undefined ? {} : { address }),
    ...(phone === undefined ? {} : { phone }),
    fields: Object.fromEntries([...others, ...own.filter(([, text]) => text !== '')]),
    name: draft.name.trim(),
    publisher: draft.publisher.trim(),
    ...(editor === '' ? {} : { editor }),
    ...(notice === '' ? {} : { notice }),
  }
}
