import { cutBytes, cutIntegers } from './cut-arrays'
import {
  AI,
  AK,
  AL,
  AP,
  AS,
  B2,
  BA,
  BB,
  BK,
  CB,
  CL,
  CLASS_MASK,
  CM,
  CP,
  CR,
  DC,
  EAST_ASIAN,
  EB,
  EM,
  EX,
  GL,
  H2,
  H3,
  HH,
  HL,
  HY,
  ID,
  IN,
  IS,
  JL,
  JT,
  JV,
  LF,
  NL,
  NS,
  NU,
  OP,
  PO,
  PR,
  QF,
  QI,
  QU,
  RI,
  SP,
  SY,
  VF,
  VI,
  WJ,
  XA,
  XP,
  ZW,
  ZWJ,
} from './line-break-class'

/** What UAX #14 says of the place before a UTF-16 unit. */
export const NO_BREAK = 0
export const MAY_BREAK = 1
export const MUST_BREAK = 2

/** Membership of classes in a set, one byte for each class; index by class. */
function setOf(...classes: number[]): Uint8Array {
  const set = new Uint8Array(CLASS_MASK + 1)
  for (const member of classes) set[member] = 1
  return set
}

const HARD = setOf(BK, CR, LF, NL)
const TAKES_NO_MARK = setOf(BK, CR, LF, NL, SP, ZW)
const QUOTE = setOf(QU, QI, QF)
const LETTER = setOf(AL, DC, XA, HL)
const IDEOGRAPH = setOf(ID, XP, EB, EM)
const HANGUL = setOf(JL, JV, JT, H2, H3)
const AKSARA = setOf(AK, DC, AS)
const BEFORE_INITIAL_QUOTE = setOf(BK, CR, LF, NL, OP, QU, QI, QF, GL, SP, ZW)
const AFTER_FINAL_QUOTE = setOf(...[SP, GL, WJ, CL, QU, QI, QF, CP, EX, IS, SY, BK, CR, LF, NL, ZW])
const BEFORE_WORD_HYPHEN = setOf(BK, CR, LF, NL, SP, ZW, CB, GL)

/** Where a number stands (LB25): outside, within `NU (SY | IS)*`, or after its CL or CP. */
const OUTSIDE = 0
const IN_NUMBER = 1
const NUMBER_CLOSED = 2

/** A text as LB9 and LB10 leave it: combining marks are gone into the characters they follow. */
interface Characters {
  readonly count: number
  /** Class of each character, without and with `EAST_ASIAN`. */
  readonly classes: Uint8Array
  readonly wide: Uint8Array
  /** Index of its first unit. */
  readonly starts: Int32Array
  /** Whether its last mark is ZWJ (LB8a). */
  readonly joins: Uint8Array
}

function foldMarks(units: Uint8Array): Characters {
  const classes = cutBytes(units.length)
  const wide = cutBytes(units.length)
  const starts = cutIntegers(units.length)
  const joins = cutBytes(units.length)
  let count = 0
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? AL
    const plain = unit & CLASS_MASK
    const isMark = plain === CM || plain === ZWJ
    if (isMark && count > 0 && TAKES_NO_MARK[classes[count - 1] ?? BK] === 0) {
      joins[count - 1] = plain === ZWJ ? 1 : 0
      continue
    }
    classes[count] = isMark || plain === AI ? AL : plain
    wide[count] = isMark ? 0 : unit & EAST_ASIAN
    starts[count] = at
    joins[count] = plain === ZWJ ? 1 : 0
    count++
  }
  return { count, classes, wide, starts, joins }
}

/**
 * The line break opportunities of a text given by the classes of its units: for each unit,
 * whether a line may, must or must not end before it (UAX #14 of Unicode 17, LB2 to LB31; the end
 * of the text is not listed). To tailor the algorithm, change classes before and results after.
 */
export function findLineBreaks(units: Uint8Array): Uint8Array {
  const characters = foldMarks(units)
  const { count, classes, starts } = characters
  const breaks = cutBytes(units.length)
  // Rules with spaces look at the last character before them, LB25 and LB30a at a whole run.
  let solid = 0
  let number = OUTSIDE
  let flags = 0
  for (let at = 1; at < count; at++) {
    const before = classes[at - 1] ?? AL
    if (before !== SP) solid = at - 1
    number = followNumber(number, before)
    flags = before === RI ? flags + 1 : 0
    breaks[starts[at] ?? 0] = judge(characters, at, solid, number, flags % 2 === 1)
  }
  return breaks
}

function followNumber(state: number, last: number): number {
  if (last === NU) return IN_NUMBER
  if (state !== IN_NUMBER) return OUTSIDE
  if (last === SY || last === IS) return IN_NUMBER
  return last === CL || last === CP ? NUMBER_CLOSED : OUTSIDE
}

function judge(
  { count, classes, wide, joins }: Characters,
  at: number,
  solid: number,
  number: number,
  oddFlags: boolean,
): number {
  const before = classes[at - 1] ?? AL
  const after = classes[at] ?? AL
  // The commonest pair of Chinese text: no rule but LB8a speaks of it before LB31.
  if (before === ID && after === ID) return joins[at - 1] === 1 ? NO_BREAK : MAY_BREAK

  // LB4, LB5
  if (before === CR && after === LF) return NO_BREAK
  if (HARD[before] === 1) return MUST_BREAK
  // LB6, LB7
  if (HARD[after] === 1 || after === SP || after === ZW) return NO_BREAK
  // LB8, LB8a
  const solidClass = classes[solid] ?? AL
  if (solidClass === ZW) return MAY_BREAK
  if (joins[at - 1] === 1) return NO_BREAK
  // LB11, LB12, LB12a
  if (after === WJ || before === WJ || before === GL) return NO_BREAK
  if (after === GL) {
    const free = before === SP || before === BA || before === HY || before === HH
    if (!free) return NO_BREAK
  }
  // LB13, LB14
  if (after === CL || after === CP || after === EX || after === SY) return NO_BREAK
  if (solidClass === OP) return NO_BREAK
  // LB15a, LB15b
  if (solidClass === QI) {
    if (solid === 0 || BEFORE_INITIAL_QUOTE[classes[solid - 1] ?? AL] === 1) return NO_BREAK
  }
  if (after === QF) {
    if (at + 1 === count || AFTER_FINAL_QUOTE[classes[at + 1] ?? AL] === 1) return NO_BREAK
  }
  // LB15c, LB15d
  if (before === SP && after === IS && classes[at + 1] === NU && at + 1 < count) return MAY_BREAK
  if (after === IS) return NO_BREAK
  // LB16, LB17, LB18
  if ((solidClass === CL || solidClass === CP) && after === NS) return NO_BREAK
  if (solidClass === B2 && after === B2) return NO_BREAK
  if (before === SP) return MAY_BREAK
  // LB19, LB19a
  if (QUOTE[after] === 1) {
    if (after !== QI || wide[at - 1] === 0) return NO_BREAK
    if (at + 1 === count || wide[at + 1] === 0) return NO_BREAK
  }
  if (QUOTE[before] === 1) {
    if (before !== QF || wide[at] === 0) return NO_BREAK
    if (at === 1 || wide[at - 2] === 0) return NO_BREAK
  }
  // LB20, LB20a
  if (before === CB || after === CB) return MAY_BREAK
  const afterHyphen = before === HY || before === HH
  if (afterHyphen && LETTER[after] === 1) {
    if (at === 1 || BEFORE_WORD_HYPHEN[classes[at - 2] ?? AL] === 1) return NO_BREAK
  }
  // LB21, LB21a, LB21b, LB22
  if (after === BA || after === HH || after === HY || after === NS || before === BB) return NO_BREAK
  if (afterHyphen && at > 1 && classes[at - 2] === HL && after !== HL) return NO_BREAK
  if (before === SY && after === HL) return NO_BREAK
  if (after === IN) return NO_BREAK
  // LB23, LB23a, LB24, LB25
  if (LETTER[before] === 1 && after === NU) return NO_BREAK
  if (before === NU && LETTER[after] === 1) return NO_BREAK
  if (before === PR && IDEOGRAPH[after] === 1) return NO_BREAK
  if (IDEOGRAPH[before] === 1 && after === PO) return NO_BREAK
  const beforeAffix = before === PR || before === PO
  const afterAffix = after === PR || after === PO
  if (beforeAffix && LETTER[after] === 1) return NO_BREAK
  if (LETTER[before] === 1 && afterAffix) return NO_BREAK
  if (number !== OUTSIDE && afterAffix) return NO_BREAK
  if (after === NU) {
    if (beforeAffix || before === HY || before === IS || number === IN_NUMBER) return NO_BREAK
  }
  if (beforeAffix && after === OP && opensNumber(classes, at + 1, count)) return NO_BREAK
  // LB26, LB27
  if (HANGUL[before] === 1) {
    if (after === PO || continuesSyllable(before, after)) return NO_BREAK
  }
  if (before === PR && HANGUL[after] === 1) return NO_BREAK
  // LB28, LB28a, LB29
  if (LETTER[before] === 1 && LETTER[after] === 1) return NO_BREAK
  if (continuesAksara(classes, at, count)) return NO_BREAK
  if (before === IS && LETTER[after] === 1) return NO_BREAK
  // LB30, LB30a, LB30b
  const wordBefore = LETTER[before] === 1 || before === NU
  if (wordBefore && after === OP && wide[at] === 0) return NO_BREAK
  const wordAfter = LETTER[after] === 1 || after === NU
  if (before === CP && wide[at - 1] === 0 && wordAfter) return NO_BREAK
  if (oddFlags && after === RI) return NO_BREAK
  if ((before === EB || before === XP || before === XA) && after === EM) return NO_BREAK
  // LB31
  return MAY_BREAK
}

/** Whether what follows an opening mark begins a number: `NU` or `IS NU` (LB25). */
function opensNumber(classes: Uint8Array, at: number, count: number): boolean {
  if (at < count && classes[at] === NU) return true
  return at + 1 < count && classes[at] === IS && classes[at + 1] === NU
}

/** LB26: within a Korean syllable block. */
function continuesSyllable(before: number, after: number): boolean {
  if (before === JL) return after === JL || after === JV || after === H2 || after === H3
  if (before === JV || before === H2) return after === JV || after === JT
  return after === JT
}

/** LB28a: within an orthographic syllable of a Brahmic script. */
function continuesAksara(classes: Uint8Array, at: number, count: number): boolean {
  const before = classes[at - 1] ?? AL
  const after = classes[at] ?? AL
  if (before === AP) return AKSARA[after] === 1
  if (AKSARA[before] === 1) {
    if (after === VF || after === VI) return true
    return AKSARA[after] === 1 && at + 1 < count && classes[at + 1] === VF
  }
  const joined = before === VI && at > 1 && AKSARA[classes[at - 2] ?? AL] === 1
  return joined && (after === AK || after === DC)
}
