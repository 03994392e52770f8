import type { Bilingual } from '../document/message'
import { DEEPEST_SUBHEADING } from '../document/subheading-level'
import { fitsQrCode, MAXIMUM_QR_BYTES } from '../document/qr-data'
import { type FigureLine, readFigureLine, type Span } from './figure-line'
import { type ListItemLine, readListItem } from './list-line'
import { readTableRow, readTableTitle } from './table-line'
import { splitAtBars, unescapeText } from './escape'
import { trimEdges } from './source-line'

/** What one line of a manuscript is, by itself. */
export type BlockLine =
  | { readonly kind: 'blank' }
  | { readonly kind: 'section' | 'headline'; readonly text: string }
  | { readonly kind: 'subheading'; readonly level: number; readonly text: string }
  | { readonly kind: 'brief' | 'quote'; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: FigureLine }
  | { readonly kind: 'qr'; readonly data: string; readonly text: string }
  | ({ readonly kind: 'item' } & ListItemLine)
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'title'; readonly title: string; readonly span?: Span }
  /** A line of a paragraph; `odd` says why it is that, where it looks like something else. */
  | { readonly kind: 'text'; readonly text: string; readonly odd?: Bilingual }

/** What is said of a story under its headline: the parts of its head, and the slot it stands in. */
export type HeadPart = 'kicker' | 'deck' | 'byline' | 'slot'

const HEADINGS = ['section', 'headline'] as const
const HEADING = /^(#{1,6})([ \t\u3000]*)(.*)$/s
const QR = /^\{[ \t\u3000]*(?:qr|二维码)[ \t\u3000]*[:：](.*)\}$/is
const RULE = /^(?:-{3,}|_{3,}|\*{3,}|`{3,}.*)$/
const HEAD = /^(引题|副题|署名|版位|kicker|deck|byline|slot)[ \t\u3000]*[:：](.*)$/is

const HEAD_PARTS: ReadonlyMap<string, HeadPart> = new Map([
  ['引题', 'kicker'],
  ['副题', 'deck'],
  ['署名', 'byline'],
  ['版位', 'slot'],
  ['kicker', 'kicker'],
  ['deck', 'deck'],
  ['byline', 'byline'],
  ['slot', 'slot'],
])

/** Reads a line without white space at its ends. */
export function readBlockLine(line: string): BlockLine {
  switch (line.charAt(0)) {
    case '':
      return { kind: 'blank' }
    case '#':
      return readHeading(line)
    case '◆':
      return readMarked('brief', line)
    case '>':
      return readMarked('quote', line)
    case '!': {
      const figure = readFigureLine(line)
      if (figure !== undefined) return { kind: 'figure', figure }
      return line.startsWith('![') ? oddText(line, ODD_FIGURE) : { kind: 'text', text: line }
    }
    case '{': {
      const title = readTableTitle(line)
      return title === undefined ? readQr(line) : { kind: 'title', ...title }
    }
    case '|':
    case '｜': {
      const cells = readTableRow(line)
      return cells === undefined ? oddText(line, ODD_ROW) : { kind: 'row', cells }
    }
    default: {
      if (RULE.test(line)) return oddText(line, ODD_RULE)
      const item = readListItem(line)
      return item === undefined ? { kind: 'text', text: line } : { kind: 'item', ...item }
    }
  }
}

/** `引题：…`, `副题：…`, `署名：…` or `版位：…` as it may stand under a headline; else `undefined`. */
export function readHeadLine(
  line: string,
): { readonly part: HeadPart; readonly text: string } | undefined {
  const [, key = '', written = ''] = HEAD.exec(line) ?? []
  const part = HEAD_PARTS.get(key.toLowerCase())
  const text = unescapeText(trimEdges(written))
  return part === undefined || text === '' ? undefined : { part, text }
}

function readHeading(line: string): BlockLine {
  const [, marks = '', space = '', text = ''] = HEADING.exec(line) ?? []
  if (space === '' || text === '') return oddText(line, ODD_HEADING)
  const kind = HEADINGS[marks.length - 1]
  if (kind !== undefined) return { kind, text }
  const level = marks.length - HEADINGS.length
  if (level > DEEPEST_SUBHEADING) return oddText(line, ODD_HEADING)
  return { kind: 'subheading', level, text }
}

function readMarked(kind: 'brief' | 'quote', line: string): BlockLine {
  const text = trimEdges(line.slice(1))
  return text === '' ? oddText(line, ODD_MARK) : { kind, text }
}

function readQr(line: string): BlockLine {
  const [data = '', ...rest] = splitAtBars(QR.exec(line)?.[1] ?? '')
  const url = unescapeText(trimEdges(data))
  if (url === '' || rest.length > 1) return oddText(line, ODD_BRACES)
  if (!fitsQrCode(url)) return oddText(line, ODD_QR)
  return { kind: 'qr', data: url, text: trimEdges(rest[0] ?? '') }
}

function oddText(text: string, odd: Bilingual): BlockLine {
  return { kind: 'text', text, odd }
}

const ODD_HEADING: Bilingual = {
  zh: '标题写作“# 栏目”“## 标题”“### 小标题”（下两级 ####、#####），井号后空一格；此行按文字保留',
  en: 'Headings are “# section”, “## headline”, “### subheading” (####, ##### below it) with a space; kept as text',
}
const ODD_FIGURE: Bilingual = {
  zh: '图片须独占一行，写作“![图说](文件名)”；此行按文字保留',
  en: 'A picture is “![caption](file name)” on a line of its own; kept as text',
}
const ODD_BRACES: Bilingual = {
  zh: '二维码写作“{qr: 网址 | 说明}”；此行按文字保留',
  en: 'A QR code is “{qr: address | text}”; kept as text',
}
const ODD_QR: Bilingual = {
  zh: `二维码的内容超过 ${String(MAXIMUM_QR_BYTES)} 字节（约 200 个汉字），印不清楚；此行按文字保留`,
  en: `A QR code of more than ${String(MAXIMUM_QR_BYTES)} bytes does not print clearly; kept as text`,
}
const ODD_MARK: Bilingual = {
  zh: '记号后面没有文字；此行按文字保留',
  en: 'No text follows the mark; kept as text',
}
const ODD_ROW: Bilingual = {
  zh: '表格的一行写作“| 甲 | 乙 |”，首尾都有竖线，至少两格；此行按文字保留',
  en: 'A row of a table is “| a | b |” with bars at both ends and two cells at least; kept as text',
}
const ODD_RULE: Bilingual = {
  zh: '横线与代码块没有含义；此行按文字保留',
  en: 'Rules and code fences mean nothing here; kept as text',
}
