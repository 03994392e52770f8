import { IS_LATIN, IS_VOID, Kind, kindOf } from './character-kind'
import { cutBytes } from './cut-arrays'
import {
  AI,
  AL,
  CL,
  CLASS_MASK,
  classifyForLineBreaks,
  CM,
  EAST_ASIAN,
  EX,
  HL,
  ID,
  OP,
  RI,
} from './line-break-class'

/** A text's characters as composition sees them; both arrays go by UTF-16 unit. */
export interface ResolvedText {
  readonly text: string
  /** Whether the paragraph is Chinese: it has Han or marks of theirs, or no Latin letter either. */
  readonly isChinese: boolean
  readonly kinds: Uint8Array
  /** Line break classes, with LB1 tailored to Chinese where the paragraph is. */
  readonly lineClasses: Uint8Array
}

const LEFT_DOUBLE = 0x201c
const RIGHT_DOUBLE = 0x201d
const LEFT_SINGLE = 0x2018
const RIGHT_SINGLE = 0x2019
const EM_DASH = 0x2014
const STRAIGHT_QUOTE = 0x22
const ZERO_WIDTH_JOINER = 0x200d
/** From here on marks are those of East Asia, the full-width ones among them. */
const CJK_BLOCKS = 0x3000

/**
 * Settles what the characters of a paragraph are. Marks that Chinese and Latin share are Chinese
 * in a Chinese paragraph, `don’t` and `2024-10-25` aside; the quotation marks then open and close
 * (UAX #14 8.1 names this tailoring), and ambiguous symbols are ideographs (LB1). Dashes and
 * ellipses in a row are Chinese in any paragraph.
 */
export function resolveText(text: string): ResolvedText {
  const lineClasses = classifyForLineBreaks(text)
  const kinds = cutBytes(text.length)
  let hasChinese = false
  let hasLetter = false
  for (let offset = 0; offset < text.length; offset++) {
    const codePoint = text.codePointAt(offset) ?? 0
    const kind = kindOf(codePoint)
    kinds[offset] = kind
    if (kind === Kind.Extend && standsAlone(kinds, offset)) kinds[offset] = Kind.Zero
    if (isPictographTail(text, lineClasses, kinds, offset)) kinds[offset] = Kind.Extend
    if (codePoint > 0xffff) kinds[++offset] = Kind.Extend
    if (kind === Kind.LatinWord) {
      const lineClass = lineClasses[offset] ?? AL
      if (lineClass === AL || lineClass === HL) hasLetter = true
    } else if (isChineseAlone(kind, codePoint)) {
      hasChinese = true
    }
  }
  joinLongMarks(text, kinds, lineClasses)
  const isChinese = hasChinese || !hasLetter
  if (isChinese) tailorChinese(text, kinds, lineClasses)
  else tailorLatin(text, kinds)
  return { text, isChinese, kinds, lineClasses }
}

/**
 * Whether no Latin text has a character: Han, and marks that are not shared, as `。` and `～`. Signs
 * of amounts (`￥ ％`) get into English by a Chinese keyboard, and do not make it Chinese.
 */
function isChineseAlone(kind: number, codePoint: number): boolean {
  if (kind <= Kind.End) return !isQuote(codePoint)
  return kind <= Kind.Slash && codePoint >= CJK_BLOCKS
}

function isQuote(codePoint: number): boolean {
  return codePoint >= LEFT_SINGLE && codePoint <= RIGHT_DOUBLE
}

function standsAlone(kinds: Uint8Array, offset: number): boolean {
  return offset === 0 || IS_VOID[kinds[offset - 1] ?? Kind.Zero] === 1
}

/** Whether a sign continues a pictograph: after a joiner, or the second of a pair of flag letters. */
function isPictographTail(
  text: string,
  lineClasses: Uint8Array,
  kinds: Uint8Array,
  offset: number,
): boolean {
  if (offset === 0 || kinds[offset] !== Kind.Symbol) return false
  if (text.charCodeAt(offset - 1) === ZERO_WIDTH_JOINER) return kinds[offset - 1] === Kind.Extend
  if (lineClasses[offset] !== RI || offset < 2 || lineClasses[offset - 2] !== RI) return false
  return kinds[offset - 2] !== Kind.Extend
}

/**
 * Two dashes or two ellipses in a row are one mark of two ems, the second half a part of the first
 * (R2; CLREQ 3.1.5). No other script writes them, so that they are Chinese whatever surrounds them.
 */
function joinLongMarks(text: string, kinds: Uint8Array, lineClasses: Uint8Array): void {
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (unit !== EM_DASH && kinds[offset] !== Kind.LongDots) continue
    if (text.charCodeAt(offset + 1) !== unit) continue
    kinds[offset] = unit === EM_DASH ? Kind.LongDash : Kind.LongDots
    lineClasses[offset] = ID | EAST_ASIAN
    kinds[++offset] = Kind.LongTail
    lineClasses[offset] = CM
  }
}

/** In a Latin paragraph all that both scripts use is Latin, but for long marks and what joins them. */
function tailorLatin(text: string, kinds: Uint8Array): void {
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    const kind = kinds[offset]
    const isShared = kind === Kind.Dot || kind === Kind.LongDots || kind === Kind.Connector
    const isInRow = kinds[offset - 1] === Kind.LongTail || kinds[offset + 1] === Kind.LongTail
    if (isQuote(unit) || (isShared && unit < 0x3000 && !isInRow)) kinds[offset] = Kind.LatinMark
  }
}

function tailorChinese(text: string, kinds: Uint8Array, lineClasses: Uint8Array): void {
  let straightOpen = false
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    switch (kinds[offset]) {
      case Kind.Open:
      case Kind.Close:
        if (!isQuote(unit)) break
        if (unit === RIGHT_SINGLE && isWithinWord(kinds, offset)) {
          kinds[offset] = Kind.LatinWord
          lineClasses[offset] = AL
        } else {
          const opens = unit === LEFT_DOUBLE || unit === LEFT_SINGLE
          lineClasses[offset] = (opens ? OP : CL) | EAST_ASIAN
        }
        break
      case Kind.LongDots:
      case Kind.LongDash:
      case Kind.Connector:
        lineClasses[offset] = ID | EAST_ASIAN
        break
      case Kind.Pause:
      case Kind.End:
        // A full-width stop ends the number before it: LB25 is not to join it to a sign of currency.
        if (lineClasses[offset] === (CL | EAST_ASIAN)) lineClasses[offset] = EX | EAST_ASIAN
        break
      case Kind.LatinJoiner:
        if (touchesLatin(kinds, offset)) break
        kinds[offset] = unit === 0x2f ? Kind.Slash : Kind.Connector
        break
      case Kind.Symbol:
      case Kind.Dot:
        if (((lineClasses[offset] ?? AL) & CLASS_MASK) === AI) lineClasses[offset] = ID
        break
      case Kind.LatinMark:
        if (unit !== STRAIGHT_QUOTE) break
        lineClasses[offset] = (straightOpen ? CL : OP) | EAST_ASIAN
        straightOpen = !straightOpen
        break
    }
  }
}

function isWithinWord(kinds: Uint8Array, offset: number): boolean {
  return kinds[offset - 1] === Kind.LatinWord && kinds[offset + 1] === Kind.LatinWord
}

function touchesLatin(kinds: Uint8Array, offset: number): boolean {
  const before = offset > 0 && IS_LATIN[kinds[offset - 1] ?? Kind.Zero] === 1
  return before || IS_LATIN[kinds[offset + 1] ?? Kind.Zero] === 1
}
