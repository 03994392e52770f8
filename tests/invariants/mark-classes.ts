import type { ParagraphSetting } from '../../engine/text/style'

/** What a character is to the rules of Chinese composition (typography R1–R3, CLREQ 3.1). */
export type MarkClass = 'close' | 'open' | 'stop' | 'connector' | 'dot' | 'slash' | 'long'

const MEMBERS: Readonly<Record<MarkClass, string>> = {
  close: '”’）》〉】〗〕」』］｝',
  open: '“‘（《〈【〖〔「『［｛',
  stop: '、，。．：；！？‼⁇⁈⁉',
  connector: '～-–—',
  dot: '·・‧',
  slash: '/／',
  long: '⸺…⋯',
}

const CLASS_OF: ReadonlyMap<string, MarkClass> = new Map(
  (Object.keys(MEMBERS) as MarkClass[]).flatMap((markClass) =>
    Array.from(MEMBERS[markClass], (character): [string, MarkClass] => [character, markClass]),
  ),
)

/** Never at a line start at any level but `none`, although they are no marks (typography R1). */
const EXTRA_NEVER_FIRST = new Set('々〻ゝゞヽヾ°‰′″‵℃℉﹪％￠')

/** Western marks that cling to what stands before them (UAX #14 LB13) or after them (LB14). */
const WESTERN_NEVER_FIRST = new Set(')]}!?,.;:')
const WESTERN_NEVER_LAST = new Set('([{')

/** Marks that end a sentence, an em wide in 开明 (R3). */
const ENDS = '。．！？'

/** Whether a mark that meets no other has half an em of blank beside its body (R3). */
export function isWideMark(mark: string, marks: ParagraphSetting['marks']): boolean {
  return marks === 'full' || (marks === 'kaiming' && ENDS.includes(mark))
}

/** The marks of which one may hang beyond the measure; `．` is the 。 of texts in the sciences (R6). */
export function mayHang(mark: string): boolean {
  return '、，。．'.includes(mark)
}

/** The class of a mark; `undefined` for all that is none. A lone `—` is a connector. */
export function markClassOf(character: string): MarkClass | undefined {
  return CLASS_OF.get(character)
}

/** Whether R1 keeps the character from a line start, at every level but `none`. */
export function isNeverFirst(character: string): boolean {
  const markClass = markClassOf(character)
  return (
    EXTRA_NEVER_FIRST.has(character) ||
    WESTERN_NEVER_FIRST.has(character) ||
    (markClass !== undefined && markClass !== 'open' && markClass !== 'long')
  )
}

/** Whether R1 keeps the character from a line end, at every level but `none`. */
export function isNeverLast(character: string): boolean {
  return markClassOf(character) === 'open' || WESTERN_NEVER_LAST.has(character)
}

const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u
const LETTER_OR_DIGIT = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9]/u

/** An ideograph or kana: what R8 and R10 call Han. */
export function isHan(text: string): boolean {
  const code = text.charCodeAt(0)
  return (code >= 0x4e00 && code < 0xa000) || HAN.test(text)
}

/** A letter or digit that R8 parts from Han. */
export function isWesternLetterOrDigit(text: string): boolean {
  return LETTER_OR_DIGIT.test(text)
}

/** A mark two em wide, by its UTF-16 offsets. */
export interface LongMark {
  readonly start: number
  readonly end: number
}

/** The marks that stand two em wide, paired from the left of each run (R2). */
export function findLongMarks(text: string): readonly LongMark[] {
  return Array.from(text.matchAll(/——|……|⋯⋯|⸺/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
