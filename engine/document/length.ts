import * as z from 'zod'
import { inWords } from './fault'

/** 字号 as Word and its kin set them, in thousandths of a point. */
const WORD_SIZES_MPT: ReadonlyMap<string, number> = new Map([
  ['初号', 42_000],
  ['小初', 36_000],
  ['一号', 26_000],
  ['小一', 24_000],
  ['二号', 22_000],
  ['小二', 18_000],
  ['三号', 16_000],
  ['小三', 15_000],
  ['四号', 14_000],
  ['小四', 12_000],
  ['五号', 10_500],
  ['小五', 9_000],
  ['六号', 7_500],
  ['小六', 6_500],
  ['七号', 5_500],
  ['八号', 5_000],
])

/**
 * 字号 as Founder and metal type set them, in thousandths of a point: 初号, 二号, 五号 and 七号
 * halve one another, and so do 三号 and 六号. Typed with the maker's name before them: `方正三号`.
 */
const FOUNDER_SIZES_MPT: ReadonlyMap<string, number> = new Map([
  ['初号', 42_000],
  ['小初', 36_000],
  ['二号', 21_000],
  ['小二', 18_000],
  ['三号', 15_750],
  ['小四', 12_000],
  ['五号', 10_500],
  ['小五', 9_000],
  ['六号', 7_875],
  ['七号', 5_250],
])

/** One of each unit as a fraction of whole thousandths of a point; an inch is 72 pt or 25.4 mm. */
const UNITS: ReadonlyMap<string, readonly [numerator: bigint, denominator: bigint]> = new Map([
  ['pt', [1_000n, 1n]],
  ['mm', [360_000n, 127n]],
  ['cm', [3_600_000n, 127n]],
  ['in', [72_000n, 1n]],
])

const MEASURE = /^([+-]?)(\d{1,6})(?:\.(\d{1,6}))?\s*(pt|mm|cm|in)$/
const FOUNDER = '方正'

/**
 * A length as people type it, in thousandths of a point: `10.5pt`, `3 mm`, `-1.2cm`, `0.5in`,
 * a 字号 of Word (`五号`) or of Founder (`方正三号`). Exact, and rounded once, halves away from
 * zero. `undefined` when the text is no length.
 */
export function parseLength(text: string): number | undefined {
  const typed = text.trim()
  if (typed.startsWith(FOUNDER)) return FOUNDER_SIZES_MPT.get(typed.slice(FOUNDER.length).trim())
  return WORD_SIZES_MPT.get(typed) ?? parseMeasure(typed)
}

function parseMeasure(typed: string): number | undefined {
  const match = MEASURE.exec(typed.toLowerCase())
  const unit = UNITS.get(match?.[4] ?? '')
  if (match === null || unit === undefined) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const numerator = BigInt(whole + fraction) * unit[0]
  const denominator = 10n ** BigInt(fraction.length) * unit[1]
  const mpt = Number((2n * numerator + denominator) / (2n * denominator))
  return sign === '-' && mpt !== 0 ? -mpt : mpt
}

/** A length in a file: the text that a person typed in, thousandths of a point out. */
export const lengthSchema = z
  .string()
  .max(32)
  .transform((text, context) => {
    const mpt = parseLength(text)
    if (mpt !== undefined) return mpt
    context.addIssue({
      code: 'custom',
      ...inWords(
        `“${text}”不是长度，请写成 10.5pt、3mm、1.2cm、0.5in 或字号（如五号）`,
        `“${text}” is not a length; write 10.5pt, 3mm, 1.2cm, 0.5in or a 字号 such as 五号`,
      ),
    })
    return z.NEVER
  })

/** A length of something that must have one. */
export const positiveLengthSchema = lengthSchema.refine(
  (mpt) => mpt > 0,
  inWords('应大于零', 'it should be longer than nothing'),
)

/** A distance that may be nothing but never negative. */
export const distanceSchema = lengthSchema.refine(
  (mpt) => mpt >= 0,
  inWords('不能为负', 'it should not be negative'),
)
