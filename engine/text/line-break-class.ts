import { cutBytes } from './cut-arrays'
import { RUNS, RUN_VALUES } from './line-break-table'

/**
 * The line break classes of UAX #14, as LB1 resolves them without context: AL for SG, XX and SA,
 * NS for CJ; AI stays, since Chinese resolves it otherwise. QI and QF are QU with General_Category
 * Pi and Pf, DC the dotted circle (LB28a), XP and XA pictographs that are not assigned yet (LB30b),
 * by default ID and AL.
 */
export const AL = 0
export const BK = 1
export const CR = 2
export const LF = 3
export const NL = 4
export const SP = 5
export const ZW = 6
export const WJ = 7
export const GL = 8
export const CM = 9
export const ZWJ = 10
export const CB = 11
export const B2 = 12
export const BA = 13
export const BB = 14
export const HY = 15
export const HH = 16
export const CL = 17
export const CP = 18
export const EX = 19
export const IN = 20
export const NS = 21
export const OP = 22
export const QU = 23
export const QI = 24
export const QF = 25
export const IS = 26
export const NU = 27
export const PO = 28
export const PR = 29
export const SY = 30
export const HL = 31
export const AI = 32
export const ID = 33
export const XP = 34
export const EB = 35
export const EM = 36
export const H2 = 37
export const H3 = 38
export const JL = 39
export const JV = 40
export const JT = 41
export const RI = 42
export const AK = 43
export const DC = 44
export const AP = 45
export const AS = 46
export const VF = 47
export const VI = 48
export const XA = 49

/** Added to a class where East_Asian_Width is F, W or H (LB19a, LB30). */
export const EAST_ASIAN = 64

/** A class without what is added to it. */
export const CLASS_MASK = 63

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BMP_END = 0x10000

interface ClassTable {
  /** By code point, for the basic plane. */
  readonly bmp: Uint8Array
  /** First code points of the runs that reach past the basic plane, and their classes. */
  readonly starts: Uint32Array
  readonly classes: Uint8Array
}

function readTable(): ClassTable {
  const bmp = new Uint8Array(BMP_END)
  const starts: number[] = []
  const classes: number[] = []
  let start = 0
  for (let at = 0; at < RUNS.length; at++) {
    let length = 0
    let unit = 1
    let digit = ALPHABET.indexOf(RUNS.charAt(at))
    for (; digit >= 32; digit = ALPHABET.indexOf(RUNS.charAt(++at))) {
      length += (digit - 32) * unit
      unit *= 32
    }
    length += digit * unit
    const value = RUN_VALUES[ALPHABET.indexOf(RUNS.charAt(++at))] ?? AL
    if (start < BMP_END) bmp.fill(value, start, start + length)
    start += length
    if (start <= BMP_END) continue
    starts.push(start - length)
    classes.push(value)
  }
  return { bmp, starts: Uint32Array.from(starts), classes: Uint8Array.from(classes) }
}

const table = readTable()

/** The line break class of a code point, with `EAST_ASIAN` added where it is wide (UAX #14 5.1). */
export function lineBreakClassOf(codePoint: number): number {
  if (codePoint < BMP_END) return table.bmp[codePoint] ?? AL
  let low = 0
  let high = table.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((table.starts[middle] ?? 0) <= codePoint) low = middle
    else high = middle - 1
  }
  return table.classes[low] ?? AL
}

/**
 * The class of each UTF-16 unit of a text. The second unit of a pair counts as a combining mark:
 * LB9 then keeps it with the first one, and offsets stay what they are everywhere else.
 */
export function classifyForLineBreaks(text: string): Uint8Array {
  const classes = cutBytes(text.length)
  for (let offset = 0; offset < text.length; offset++) {
    const codePoint = text.codePointAt(offset) ?? 0
    classes[offset] = lineBreakClassOf(codePoint)
    if (codePoint >= BMP_END) classes[++offset] = CM
  }
  return classes
}
