import { isBaselineShift } from '../document/baseline-shift'
import { isRubyText } from '../document/ruby-text'
import type { BodyMark } from '../document/story'
import { splitAtBars, unescapeText } from './escape'
import { trimEdges } from './source-line'

/** What the braces after a text in brackets may say of it, by the word that they begin with. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['专名', 'proper_name'],
  ['name', 'proper_name'],
  ['书名', 'book_title'],
  ['title', 'book_title'],
  ['注音', 'ruby'],
  ['拼音', 'ruby'],
  ['ruby', 'ruby'],
  ['上标', 'superscript'],
  ['sup', 'superscript'],
  ['下标', 'subscript'],
  ['sub', 'subscript'],
  ['下划线', 'underline'],
  ['underline', 'underline'],
  ['基线', 'baseline_shift'],
  ['baseline', 'baseline_shift'],
])

/** Marks of which nothing more is said. */
const WITHOUT_MORE: ReadonlySet<string> = new Set(['superscript', 'subscript', 'underline'])

/** Marks of which a text bears one. */
const ALTERNATIVES: readonly ReadonlySet<string>[] = [
  new Set(['proper_name', 'book_title', 'underline']),
  new Set(['superscript', 'subscript']),
]

const PART = /^([^:：]*)(?:[:：](.*))?$/su

/**
 * The marks that braces put on the text in brackets before them: `{专名}`, `{注音: huī zhōu | 专名}`.
 * `id` tells the stretch from its neighbours. `undefined` where a part says nothing that is known,
 * or what another says as well.
 */
export function readSpanMarks(written: string, id: string): readonly BodyMark[] | undefined {
  const marks: BodyMark[] = []
  for (const part of splitAtBars(written)) {
    const [, word = '', value] = PART.exec(trimEdges(part)) ?? []
    const type = MARKS.get(trimEdges(word).toLowerCase())
    const mark = readMark(type, value === undefined ? undefined : trimEdges(value), id)
    if (mark === undefined || marks.some((other) => isSameKind(other, mark))) return undefined
    marks.push(mark)
  }
  return marks
}

function readMark(
  type: string | undefined,
  value: string | undefined,
  id: string,
): BodyMark | undefined {
  if (type === undefined) return undefined
  if (type === 'proper_name' || type === 'book_title') {
    return value === undefined ? { type, attrs: { id } } : undefined
  }
  if (WITHOUT_MORE.has(type)) return value === undefined ? { type } : undefined
  if (value === undefined) return undefined
  if (type === 'ruby') {
    const text = unescapeText(value)
    return isRubyText(text) ? { type, attrs: { id, text } } : undefined
  }
  if (type !== 'baseline_shift' || !/^[+-]?\d?\.?\d{1,3}$/.test(value)) return undefined
  const milliEm = Math.round(Number(value) * 1000)
  return isBaselineShift(milliEm) ? { type, attrs: { milliEm } } : undefined
}

/** A text has one line below it, one ruby and one shift, and is raised or lowered once. */
function isSameKind({ type: one }: BodyMark, { type: other }: BodyMark): boolean {
  return one === other || ALTERNATIVES.some((types) => types.has(one) && types.has(other))
}
