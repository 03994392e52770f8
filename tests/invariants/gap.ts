import type { ParagraphSetting } from '../../engine/text/style'
import type { Cell } from './cell'
import { isWideMark } from './mark-classes'
import type { Rule } from './violation'

/**
 * The room between the bodies of two neighbours, and what the rules give it. Where the rules are
 * silent about a pair (`isFree`) only the limits count, not how much of them a stage has used.
 */
export interface Gap {
  readonly before: Cell
  readonly after: Cell
  readonly observedMpt: number
  readonly naturalMpt: number
  readonly leastMpt: number
  /** The most that the gap may grow to before stage 3 of the stretch. */
  readonly mostMpt: number
  /** The stage of R7 that squeezes the gap; 0 when none does. */
  readonly squeezeStage: number
  /** The stage of R7 that stretches the gap; 0 when none does. */
  readonly stretchStage: number
  readonly isFree: boolean
  /** How far a body may lie from where it is taken to be. */
  readonly slackMpt: number
  /** The rule that a gap outside its limits breaks. */
  readonly rule: Rule
}

/** What the rules give the room between a pair, in parts of an em. */
interface Allowance {
  readonly natural: number
  readonly least?: number
  readonly most?: number
  readonly squeezeStage?: number
  readonly stretchStage?: number
  readonly isFree?: boolean
  readonly rule: Rule
}

const isClosing = (cell: Cell): boolean => cell.kind === 'close' || cell.kind === 'stop'
const isMark = (cell: Cell): boolean => isClosing(cell) || cell.kind === 'open'
const isShout = (cell: Cell): boolean => '！？‼⁇⁈⁉'.includes(cell.text)
const isLetter = (cell: Cell): boolean => cell.kind === 'latin' || cell.kind === 'symbol'

/** The stage that squeezes the blank which a closing mark carries on its right. */
function stageOfClosing(cell: Cell): number {
  if (cell.kind === 'close') return 3
  return '，、；：'.includes(cell.text) ? 4 : 6
}

function allowMarks(before: Cell, after: Cell, setting: ParagraphSetting): Allowance {
  const isBracketed = before.kind !== 'stop' || after.kind !== 'stop'
  if (isClosing(before) && after.kind === 'open') {
    return { natural: 0.5, least: 0, stretchStage: 3, isFree: true, rule: 'R4' }
  }
  if (isBracketed) return { natural: 0, stretchStage: 3, rule: 'R4' }
  if (isShout(before) && isShout(after)) {
    return { natural: 0, least: 0, most: 0.5, stretchStage: 3, isFree: true, rule: 'R3' }
  }
  return { ...allowClosing(before, after, setting, 1), least: 0, isFree: true }
}

/** A closing mark before anything that is no mark; `shouts` of `！？` in a row end with it (R3). */
function allowClosing(
  before: Cell,
  after: Cell,
  setting: ParagraphSetting,
  shouts: number,
): Allowance {
  if (shouts === 2) return { natural: 0, stretchStage: 3, rule: 'R3' }
  const isFree = shouts > 2 || after.kind === 'long' || after.kind === 'symbol'
  if (!isWideMark(before.text, setting.marks)) {
    return { natural: 0, stretchStage: 3, isFree, rule: 'R3' }
  }
  const squeezeStage = stageOfClosing(before)
  const isRigid = squeezeStage === 6 && !setting.squeezeStops && shouts < 2
  return {
    natural: 0.5,
    least: isRigid ? 0.5 : 0,
    squeezeStage: isRigid ? 0 : squeezeStage,
    stretchStage: 3,
    isFree,
    rule: 'R3',
  }
}

function allowSpaced(before: Cell, after: Cell, spaceEm: number): Allowance {
  const isBesideMark =
    isMark(before) || isMark(after) || before.kind === 'long' || after.kind === 'long'
  if (isBesideMark) return { natural: spaceEm, least: 0, most: 1, isFree: true, rule: 'R7' }
  const isMixed = isLetter(before) !== isLetter(after)
  if (isMixed) return { natural: spaceEm, least: 0.125, most: 0.5, isFree: true, rule: 'R7' }
  // Between Han a space parts two phrases and is half an em; between words it is what the face has.
  return {
    natural: isLetter(before) ? Math.min(0.5, Math.max(0.25, spaceEm)) : 0.5,
    least: 0.25,
    most: 0.5,
    squeezeStage: 1,
    stretchStage: 1,
    rule: 'R7',
  }
}

/** Connectors, solidus and interpuncts: fixed widths, and nothing stretched beside the first two. */
function allowFixed(before: Cell, after: Cell): Allowance {
  const isConnected = before.kind === 'connector' || after.kind === 'connector'
  const stretchStage = isConnected ? 0 : 3
  if (before.kind === 'close' || before.kind === 'stop' || after.kind === 'open') {
    const rule = before.kind === 'stop' ? 'R3' : 'R4'
    return { natural: 0.5, least: 0, stretchStage, isFree: true, rule }
  }
  if (isLetter(before) || isLetter(after)) {
    return { natural: 0, least: -0.2, most: 0.25, stretchStage, isFree: true, rule: 'R7' }
  }
  if (isConnected) return { natural: 0, rule: 'R7' }
  return before.text === '·' || after.text === '·'
    ? { natural: 0, stretchStage, rule: 'R3' }
    : { natural: 0.25, least: 0, squeezeStage: 2, stretchStage, isFree: true, rule: 'R3' }
}

function allow(
  before: Cell,
  after: Cell,
  setting: ParagraphSetting,
  spaceEm: number,
  shouts: number,
): Allowance | undefined {
  if (before.spacesAfter > 0) return allowSpaced(before, after, spaceEm)
  if (isLetter(before) && isLetter(after)) return undefined
  const isFixed = (cell: Cell): boolean => cell.kind === 'connector' || cell.kind === 'dot'
  if (isFixed(before) || isFixed(after)) return allowFixed(before, after)
  if (isMark(before) && isMark(after)) return allowMarks(before, after, setting)
  if (isClosing(before)) return allowClosing(before, after, setting, shouts)
  if (after.kind === 'open') {
    const isFree = before.kind === 'long'
    if (!isWideMark(after.text, setting.marks)) {
      return { natural: 0, stretchStage: 3, isFree, rule: 'R3' }
    }
    return { natural: 0.5, least: 0, squeezeStage: 3, stretchStage: 3, isFree, rule: 'R3' }
  }
  if (before.kind === 'open' || isClosing(after)) {
    return { natural: 0, stretchStage: 3, rule: isLetter(before) || isLetter(after) ? 'R8' : 'R3' }
  }
  if (isLetter(before) || isLetter(after)) {
    const kinds = [before.kind, after.kind]
    return kinds.includes('han') && kinds.includes('latin')
      ? { natural: 0.25, least: 0.125, most: 0.5, squeezeStage: 5, stretchStage: 2, rule: 'R8' }
      : { natural: 0.25, least: 0, most: 0.5, stretchStage: 3, isFree: true, rule: 'R8' }
  }
  // An ideographic space is a character to some and a gap to others, two dashes are one to some.
  const isSpace = before.text === '\u3000' || after.text === '\u3000'
  const isFree = isSpace || (before.kind === 'long' && after.kind === 'long')
  return { natural: 0, most: isFree ? 1 : 0, stretchStage: 3, isFree, rule: 'R7' }
}

/**
 * The gaps of a line that the rules speak of, left to right; letters of one word have none.
 * Parts of an em are of the smaller size where two sizes meet, and the pair is free.
 */
export function readGaps(cells: readonly Cell[], setting: ParagraphSetting): readonly Gap[] {
  // A run of ！？ that a line begins with began on the line before: how it shares is not known here.
  const [first] = cells
  let shouts = first !== undefined && isShout(first) ? 2 : 0
  return cells.flatMap((after, index) => {
    const before = cells[index - 1]
    if (before === undefined) return []
    shouts = isShout(before) ? shouts + 1 : 0
    const space = after.face.advanceOf(after.face.glyphOf(32)) / after.face.unitsPerEm
    const allowance = allow(before, after, setting, space * before.spacesAfter, shouts)
    if (allowance === undefined) return []
    const { natural, least = natural, most = natural, isFree = false } = allowance
    const small = Math.min(before.emMpt, after.emMpt)
    const large = Math.max(before.emMpt, after.emMpt)
    return [
      {
        before,
        after,
        observedMpt: after.leftMpt - before.rightMpt,
        naturalMpt: natural * small,
        leastMpt: least * small,
        mostMpt: Math.max(natural, most) * large,
        squeezeStage: allowance.squeezeStage ?? 0,
        stretchStage: allowance.stretchStage ?? 0,
        isFree: isFree || small !== large,
        slackMpt: before.slackMpt + after.slackMpt,
        rule: allowance.rule,
      },
    ]
  })
}
