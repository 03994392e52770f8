import { parseLength } from '../engine/document/length'
import type { Bilingual } from '../engine/document/message'
import { UsageError } from './usage-error'

/** A length on the command line: thousandths of a point, or thousandths of an em of the text. */
export type TypedLength = { readonly mpt: number } | { readonly milliEm: number }

const EM = /^(\d{1,4})(?:\.(\d{1,3}))?em$/
const PAGES = /^(\d{1,4})(?:-(\d{1,4}))?$/

/** `21em`, `160mm`, `10.5pt`, `五号`; not negative. */
export function parseTypedLength(text: string): TypedLength {
  const [, whole, fraction = ''] = EM.exec(text.trim()) ?? []
  if (whole !== undefined)
    return { milliEm: Number(whole) * 1000 + Number(fraction.padEnd(3, '0')) }
  const mpt = parseLength(text)
  if (mpt === undefined || mpt < 0) {
    throw notA(text, {
      zh: '长度，可写 21em、160mm、10.5pt',
      en: 'length; write 21em, 160mm, 10.5pt',
    })
  }
  return { mpt }
}

/** A type size in thousandths of a point: `10.5pt`, `五号`. */
export function parseSize(text: string): number {
  const mpt = parseLength(text)
  if (mpt === undefined || mpt < 1_000 || mpt > 1_000_000) {
    throw notA(text, { zh: '字号，可写 10.5pt、五号', en: 'type size; write 10.5pt, 五号' })
  }
  return mpt
}

/** A whole number from 0 to 999 999: the number of an issue. */
export function parseNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw notA(text, { zh: '期号，应是整数', en: 'number of an issue' })
  return Number(text)
}

/** The least number of Han on a last line, from 1 to 8. */
export function parseLastLine(text: string): number {
  if (!/^[1-8]$/.test(text)) throw notA(text, { zh: '1 到 8 的字数', en: 'number from 1 to 8' })
  return Number(text)
}

/** Percent of an em that letters may be fitted by, from 0 to 3: `2` or `1.5`; in thousandths. */
export function parseLetterFit(text: string): number {
  const percent = /^\d(?:\.\d)?$/.test(text) ? Number(text) : Infinity
  if (percent > 3) throw notA(text, { zh: '0 到 3 的百分数', en: 'percentage from 0 to 3' })
  return Math.round(percent * 10)
}

/** Numbers of paragraphs, counted from 1: `3` or `3,5`. */
export function parseNumbers(text: string): ReadonlySet<number> {
  if (!/^[1-9]\d{0,5}(,[1-9]\d{0,5}){0,99}$/.test(text)) {
    throw notA(text, { zh: '段落的序号，可写 3,5', en: 'list of paragraphs; write 3,5' })
  }
  return new Set(text.split(',').map(Number))
}

/** A day, `YYYY-MM-DD`, that is on the calendar. */
export function parseDate(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  const sound = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime())
  if (!sound || day.toISOString().slice(0, 10) !== text) {
    throw notA(text, { zh: '日期，应写 2025-03-31', en: 'date; write 2025-03-31' })
  }
  return text
}

/** Indices of pages from `1-4` or `1,3-4`, in order, each once; pages are counted from 1. */
export function parsePages(text: string): readonly number[] {
  const pages = new Set<number>()
  for (const part of text.split(',')) {
    const [, from, to = from] = PAGES.exec(part.trim()) ?? []
    const [first, last] = [Number(from), Number(to)]
    if (!(first >= 1 && last >= first)) {
      throw notA(text, {
        zh: '页码范围，可写 1-4 或 1,3-4',
        en: 'range of pages; write 1-4 or 1,3-4',
      })
    }
    for (let page = first; page <= last; page++) pages.add(page - 1)
  }
  return [...pages].sort((a, b) => a - b)
}

function notA(text: string, { zh, en }: Bilingual): UsageError {
  return new UsageError({ zh: `“${text}”不是${zh}`, en: `“${text}” is no ${en}` })
}
