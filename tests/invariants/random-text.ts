import fc from 'fast-check'

const HAN = Array.from('天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳')
const STOPS = Array.from('、，。：；！？')
const OPENS = Array.from('“‘（《〈【「『')
const CLOSES = Array.from('”’）》〉】」』')
const JOINTS = ['——', '……', '·', '～', '—', '……——', '！！', '？！']
const WORDS = ['AI', 'DN80', 'PDF', 'CAD', 'Banxin', 'e', 'fig', 'Wi', 'TV', 'km']
/** Words that may be divided, and some that look like them. */
const LONG_WORDS = [
  ...['international', 'community', 'photographs', 'volunteers', 'environmental', 'preservation'],
  ...['Government', 'well-established'],
]
const NUMBERS = ['49', '2024', '3.14', '1,000', '21.0975', '7', '100']
const UNITS = ['年', '月', '日', '%', '％', '℃', '', '余名', '公里', '°']

const oneOf = (choices: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...choices)

const han = fc.array(oneOf(HAN), { minLength: 1, maxLength: 7 }).map((all) => all.join(''))

const bracketed = fc
  .tuple(oneOf(OPENS), han, oneOf([...STOPS, '']), oneOf(CLOSES), oneOf([...STOPS, '']))
  .map((parts) => parts.join(''))

const number = fc.tuple(oneOf(['', '第', '第', '￥']), oneOf(NUMBERS), oneOf(UNITS))

const range = fc.tuple(fc.nat(30), fc.nat(300)).map(([from, to]) => `第${from}～${to}页`)

const cluster = fc
  .array(oneOf([...STOPS, ...OPENS, ...CLOSES, ...JOINTS]), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(''))

const phrase = fc
  .array(oneOf(WORDS), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '))

const longPhrase = fc
  .array(oneOf(LONG_WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '))

const part = fc.oneof(
  { weight: 6, arbitrary: han },
  { weight: 3, arbitrary: oneOf(STOPS) },
  { weight: 2, arbitrary: bracketed },
  { weight: 2, arbitrary: cluster },
  { weight: 2, arbitrary: number.map((parts) => parts.join('')) },
  { weight: 1, arbitrary: phrase },
  { weight: 1, arbitrary: longPhrase },
  { weight: 1, arbitrary: oneOf(JOINTS) },
  { weight: 1, arbitrary: range },
)

/** Chinese text with marks in nasty clusters, numbers with units, and Western words. */
export const randomText: fc.Arbitrary<string> = fc
  .array(part, { minLength: 3, maxLength: 40 })
  .map((parts) => parts.join(''))

/**
 * Whether random text owes a rule at a measure: in narrow lines a chain of numbers and marks may
 * have no room, nor a last line to give from.
 */
export function isOwed(rule: string, measureEm: number): boolean {
  return rule !== 'R10' && (rule !== 'R9' || measureEm >= 20)
}

/** A measure from `least` to `most` em in steps of half an em. */
export function randomMeasureEm(least: number, most: number): fc.Arbitrary<number> {
  return fc.integer({ min: 2 * least, max: 2 * most }).map((halves) => halves / 2)
}
