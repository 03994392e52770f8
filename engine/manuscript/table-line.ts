import { readSpan, type Span } from './figure-line'
import { splitAtBars, unescapeText } from './escape'
import { trimEdges } from './source-line'

/** A table of a manuscript: its title, its span, and the cells of its rows with their syntax. */
export interface WrittenTable {
  readonly title: string
  readonly span?: Span
  readonly rows: readonly (readonly string[])[]
  /** How many of the rows are headers. */
  readonly headers: number
}

const TITLE = /^\{[ \t\u3000]*(?:table|表题|表)[ \t\u3000]*[:：](.*)\}$/is
const RULE = /^:?-+:?$/

/** `| a | b |`: the cells of a row; `undefined` for any other line. */
export function readTableRow(line: string): readonly string[] | undefined {
  const [before, ...cells] = splitAtBars(line).map(trimEdges)
  if (before !== '' || cells.at(-1) !== '' || cells.length < 3) return undefined
  return cells.slice(0, -1)
}

/** `{表: title | 通栏}` above a table; `undefined` for any other line. */
export function readTableTitle(
  line: string,
): { readonly title: string; readonly span?: Span } | undefined {
  const [title = '', ...rest] = splitAtBars(TITLE.exec(line)?.[1] ?? '').map(trimEdges)
  const span = rest[0] === undefined ? undefined : readSpan(rest[0])
  if ((title === '' && span === undefined) || rest.length > 1) return undefined
  if (rest.length === 1 && span === undefined) return undefined
  return { title: unescapeText(title), ...(span === undefined ? {} : { span }) }
}

/** The table of rows that follow one another; a row of dashes parts headers from what they head. */
export function makeTable(
  rows: readonly (readonly string[])[],
  said: { readonly title: string; readonly span?: Span },
): WrittenTable {
  const rule = rows.findIndex((row) => row.every((cell) => RULE.test(cell)))
  const kept = rows.filter((_, index) => index !== rule)
  return { ...said, rows: kept, headers: Math.max(0, rule) }
}
