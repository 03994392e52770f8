import { dateSchema } from '../document/issue'
import type { Bilingual } from '../document/message'
import type { IssueDetails, ManuscriptWarning } from './manuscript'
import { type SourceLine, trimEdges } from './source-line'

/** What stands between two lines `---` at the top, and the lines after it. */
export interface FrontMatter {
  readonly details: IssueDetails
  readonly rest: readonly SourceLine[]
  readonly warnings: readonly ManuscriptWarning[]
}

type TextDetail = 'name' | 'publisher' | 'editor' | 'address' | 'phone' | 'notice'
type Detail = TextDetail | 'number' | 'totalNumber' | 'date'

const KEYS: ReadonlyMap<string, Detail> = new Map([
  ['刊名', 'name'],
  ['name', 'name'],
  ['主办', 'publisher'],
  ['publisher', 'publisher'],
  ['编辑', 'editor'],
  ['editor', 'editor'],
  ['地址', 'address'],
  ['address', 'address'],
  ['电话', 'phone'],
  ['phone', 'phone'],
  ['声明', 'notice'],
  ['notice', 'notice'],
  ['期号', 'number'],
  ['number', 'number'],
  ['总期号', 'totalNumber'],
  ['total', 'totalNumber'],
  ['日期', 'date'],
  ['date', 'date'],
])

const FENCE = '---'
const ENTRY = /^([\p{L}\p{N}][\p{L}\p{N} ._·-]{0,30})[:：](.*)$/su
const NUMBER = /^(?:总?第)? ?(\d{1,6}) ?期?$/
const DATE = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?$/

/** Reads the front matter; text that is none is left where it stands. */
export function readFrontMatter(lines: readonly SourceLine[]): FrontMatter {
  const plain = { details: {}, rest: lines, warnings: [] }
  if (lines[0]?.text !== FENCE) return plain
  const end = lines.findIndex(({ text }, index) => index > 0 && text === FENCE)
  const entries = lines.slice(1, Math.max(end, 1)).filter(({ text }) => text !== '')
  if (end < 0 || !entries.every(({ text }) => ENTRY.test(text))) {
    return { ...plain, warnings: [{ line: 1, what: NOT_FRONT_MATTER }] }
  }
  const warnings: ManuscriptWarning[] = []
  const fields = new Map<string, string>()
  let details: IssueDetails = {}
  for (const { text, number: line } of entries) {
    const [, key = '', written = ''] = ENTRY.exec(text) ?? []
    const value = trimEdges(written)
    if (value === '') continue
    const detail = KEYS.get(trimEdges(key).toLowerCase())
    const read = detail === undefined ? undefined : readDetail(detail, value)
    if (read !== undefined && detail !== undefined && details[detail] === undefined) {
      details = { ...details, ...read }
    } else {
      if (detail !== undefined) warnings.push({ line, what: ODD_DETAIL })
      const name = trimEdges(key)
      const before = fields.get(name)
      fields.set(name, before === undefined ? value : `${before}；${value}`)
    }
  }
  if (fields.size > 0) details = { ...details, fields: Object.fromEntries(fields) }
  return { details, rest: lines.slice(end + 1), warnings }
}

function readDetail(detail: Detail, value: string): IssueDetails | undefined {
  switch (detail) {
    case 'number':
    case 'totalNumber': {
      const digits = NUMBER.exec(value)?.[1]
      return digits === undefined ? undefined : { [detail]: Number(digits) }
    }
    case 'date': {
      const [, year = '', month = '', day = ''] = DATE.exec(value) ?? []
      const padded = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      return dateSchema.safeParse(padded).success ? { date: padded } : undefined
    }
    default:
      return { [detail]: value }
  }
}

const NOT_FRONT_MATTER: Bilingual = {
  zh: '开头的 --- 之间应逐行写“名称: 内容”，并以 --- 结束；按文字保留',
  en: 'Between --- and --- each line is “name: value”; kept as text',
}
const ODD_DETAIL: Bilingual = {
  zh: '这一项重复，或不是所需的数字或日期；作为其他信息保留',
  en: 'Written twice, or not the number or date that it should be; kept among the other fields',
}
