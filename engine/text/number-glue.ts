import { Break } from './break-rank'
import { Kind } from './character-kind'

/** Signs that may stand between two digits of one number, range, ratio, date or time. */
const JOINERS = '.,:/-–—~～－．：×'

/** Those of them behind which a number is parted where it is too long for a line. */
const HYPHENS = '-–'

/** Han that stand before a number as part of it. */
const PREFIXES = '第'

/**
 * Han that stand after a number as its unit: of time and order, of measure and money, and the
 * words that go on with the number itself (`万`, `余`). The measure words of things (`个`, `支`,
 * `家`) are words of the sentence: the press breaks before them.
 */
const UNITS = new Set(
  '年月日号时点分秒岁周期届代级度次版页章节条款项卷册回集辑楼层室名位人余多几万亿千百十倍成折元角米里斤克吨升亩瓦码寸尺',
)

/** Units of several Han, which stay whole. */
const LONG_UNITS: readonly string[] = [
  ...[
    '年代',
    '世纪',
    '周年',
    '周岁',
    '小时',
    '分钟',
    '刻钟',
    '季度',
    '月份',
    '公里',
    '公斤',
    '公顷',
  ],
  ...[
    '公分',
    '公升',
    '千米',
    '厘米',
    '毫米',
    '微米',
    '纳米',
    '英里',
    '英寸',
    '海里',
    '千克',
    '毫克',
  ],
  ...[
    '毫升',
    '千瓦',
    '兆瓦',
    '平方米',
    '平方公里',
    '立方米',
    '万元',
    '亿元',
    '美元',
    '欧元',
    '港元',
  ],
  ...['日元', '英镑', '余名', '余人', '余万', '多万', '万人', '万名', '人次', '百分点'],
]

/** A unit with a solidus, which breaks a line otherwise: `km/h`, `m/s²`, `元/kg`. */
const LATIN_UNIT = /^ ?[A-Za-zμΩ°元]{1,4}\/[A-Za-z²³]{1,4}(?![A-Za-z])/u
const MOST_LATIN_UNIT = 12

const LONG_UNIT_STARTS = new Set(LONG_UNITS.map((unit) => unit.charAt(0)))

/** U+3380 to U+33DF: units in one square, as in `㎡`. */
function isSquareUnit(unit: number): boolean {
  return unit >= 0x3380 && unit <= 0x33df
}

function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)
}

/**
 * R9: keeps a number together (`Digits`), and with its prefix and its unit (`Glued`). `ranks` goes
 * by UTF-16 unit and is changed in place.
 */
export function glueNumbers(text: string, kinds: Uint8Array, ranks: Uint8Array): void {
  const glue = (offset: number): void => {
    if (ranks[offset] === Break.Free) ranks[offset] = Break.Glued
  }
  for (let offset = 0; offset < text.length; offset++) {
    if (!isDigit(text.charCodeAt(offset))) continue
    if (offset > 0 && PREFIXES.includes(text.charAt(offset - 1))) glue(offset)
    const end = findNumberEnd(text, kinds, offset)
    for (let within = offset + 1; within < end; within++) {
      if (ranks[within] === Break.Never) continue
      // A telephone number that is too long for a line is parted behind its hyphen.
      ranks[within] = HYPHENS.includes(text.charAt(within - 1)) ? Break.Word : Break.Digits
    }
    const latinUnit = LATIN_UNIT.exec(text.slice(end, end + MOST_LATIN_UNIT))?.[0] ?? ''
    for (let within = end; within < end + latinUnit.length; within++) glue(within)
    const unitStart = end + (text.charAt(end) === ' ' ? 1 : 0)
    const unitEnd = findUnitEnd(text, unitStart)
    for (let within = unitStart; within < unitEnd; within++) glue(within)
    // A unit may lead to another number, as in `3年5个月`, so go on behind the digits.
    offset = end - 1
  }
}

/** The end of the number that begins at `start`, with its joined parts and suffixes. */
function findNumberEnd(text: string, kinds: Uint8Array, start: number): number {
  let end = start
  for (;;) {
    while (isDigit(text.charCodeAt(end))) end++
    while (kinds[end] === Kind.Suffix || text.charAt(end) === '%') end++
    const joiner = text.charAt(end)
    if (joiner === '' || !JOINERS.includes(joiner)) return end
    if (kinds[end] === Kind.LongDash || !isDigit(text.charCodeAt(end + 1))) return end
    end++
  }
}

/** The end of the unit at `start`, or `start` where there is none. */
function findUnitEnd(text: string, start: number): number {
  const first = text.charAt(start)
  if (first === '') return start
  if (LONG_UNIT_STARTS.has(first)) {
    let length = 0
    for (const unit of LONG_UNITS) {
      if (unit.length > length && text.startsWith(unit, start)) length = unit.length
    }
    if (length > 0) return start + length
  }
  return UNITS.has(first) || isSquareUnit(text.charCodeAt(start)) ? start + 1 : start
}
