import type { Issue } from '../document/issue'
import { OWN_FIELD, parseFieldText } from '../document/template-furniture'

/** The values that furniture may print, by field name; an absent field has no value. */
export type FieldValues = ReadonlyMap<string, string>

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

/** The fields that are the same on every page of an issue. */
export function issueFields(issue: Issue): FieldValues {
  const { publication } = issue
  const [year = 0, month = 0, day = 0] = issue.date.split('-').map(Number)
  const values = new Map<string, string | undefined>([
    ['publication.name', publication.name],
    ['publication.publisher', publication.publisher],
    ['publication.editor', publication.editor],
    ['publication.address', publication.address],
    ['publication.phone', publication.phone],
    ['publication.notice', publication.notice],
    ['issue.number', String(issue.number)],
    ['issue.total', issue.totalNumber === undefined ? undefined : String(issue.totalNumber)],
    ['issue.date', `${year}年${month}月${day}日`],
    ['issue.weekday', `星期${WEEKDAYS[weekdayOf(year, month, day)] ?? ''}`],
    ['issue.year', String(year)],
    ...Object.entries(publication.fields).map(
      ([name, value]) => [OWN_FIELD + name, value] as const,
    ),
  ])
  return new Map(
    [...values].flatMap(([name, value]): [string, string][] =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  )
}

/** Day of the week, Sunday being 0, of a date in the Gregorian calendar (Zeller's congruence). */
function weekdayOf(year: number, month: number, day: number): number {
  const early = month < 3
  const m = early ? month + 12 : month
  const y = early ? year - 1 : year
  const saturdayBased =
    day +
    Math.floor((13 * (m + 1)) / 5) +
    y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400)
  return (saturdayBased + 6) % 7
}

/** A furniture text with its fields filled in; `undefined` when one of them has no value. */
export function fillFields(text: string, values: FieldValues): string | undefined {
  let filled = ''
  for (const part of parseFieldText(text)) {
    if (typeof part === 'string') {
      filled += part
      continue
    }
    const value = values.get(part.field)
    if (value === undefined) return undefined
    filled += value
  }
  return filled
}
