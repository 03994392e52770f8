import { CLASS_MASK, CM, EM, lineBreakClassOf, ZWJ } from './line-break-class'

/**
 * What a character is to Chinese composition (CLREQ 3.1 and 3.2). Some depend on their neighbours;
 * `resolveText` settles them. The numbers index the sets of rules, and mean nothing else.
 */
export const Kind = {
  /** Ideographs, kana, Hangul, and full-width letters and digits. */
  Han: 0,
  /** Han signs that never begin a line: `々 〻 ゝ ヽ`. */
  Iteration: 1,
  Open: 2,
  Close: 3,
  /** `、，；：`. */
  Pause: 4,
  /** `。．！？`. */
  End: 5,
  /** `‼ ⁇ ⁈ ⁉`: two marks in one em, without a blank. */
  DoubleEnd: 6,
  LongDash: 7,
  LongDots: 8,
  /** The second half of `——` and `……`, one cluster with the first. */
  LongTail: 9,
  /** `～`, a single `—`, and the hyphen between Han. */
  Connector: 10,
  /** `·` and `‧`, half an em wide. */
  Dot: 11,
  /** `・`, an em wide with blanks on both sides. */
  WideDot: 12,
  /** `／`, and `/` between Han. */
  Slash: 13,
  /** Signs after a number that never begin a line: `％ ℃ ‰ °`. */
  Suffix: 14,
  /** Signs before a number: `￥ №`. */
  Prefix: 15,
  /** Anything else that the Han face sets. */
  Symbol: 16,
  /** Letters and digits of the Latin companion, with `%` and signs of currency. */
  LatinWord: 17,
  LatinMark: 18,
  /** Hyphen, en dash and solidus within Latin text. */
  LatinJoiner: 19,
  Space: 20,
  /** A space that does not break. */
  HardSpace: 21,
  /** Spaces of one width: U+3000, tab, U+2000 to U+200A. */
  WideSpace: 22,
  /** No width and no glyph: U+200B and control characters. */
  Zero: 23,
  /** A break that the author typed. */
  LineEnd: 24,
  /** Part of the cluster before it: combining marks, variation selectors, second units. */
  Extend: 25,
} as const

const KIND_COUNT = 26
const BMP_END = 0x10000

/** A set of kinds, one byte each; index by kind. */
export function kindSet(...members: number[]): Uint8Array {
  const set = new Uint8Array(KIND_COUNT)
  for (const member of members) set[member] = 1
  return set
}

export const IS_LATIN = kindSet(Kind.LatinWord, Kind.LatinMark, Kind.LatinJoiner)

/** Kinds that show nothing, and vanish at a line's end. */
export const IS_VOID = kindSet(
  ...[Kind.Space, Kind.HardSpace, Kind.WideSpace, Kind.Zero, Kind.LineEnd],
)

/** Chinese punctuation. */
export const IS_MARK = kindSet(
  ...[Kind.Open, Kind.Close, Kind.Pause, Kind.End, Kind.DoubleEnd, Kind.LongDash, Kind.LongDots],
  ...[Kind.Connector, Kind.Dot, Kind.WideDot, Kind.Slash],
)

/** First and last code points, in order; a later range overrides an earlier one. */
const RANGES: readonly (readonly [number, number, number])[] = [
  [0x0000, 0x001f, Kind.Zero],
  [0x000a, 0x000d, Kind.LineEnd],
  [0x0021, 0x007e, Kind.LatinMark],
  [0x0030, 0x0039, Kind.LatinWord],
  [0x0041, 0x005a, Kind.LatinWord],
  [0x0061, 0x007a, Kind.LatinWord],
  [0x007f, 0x009f, Kind.Zero],
  [0x00a1, 0x00bf, Kind.LatinMark],
  [0x00a2, 0x00a5, Kind.LatinWord],
  [0x00b2, 0x00b3, Kind.LatinWord],
  [0x00b9, 0x00ba, Kind.LatinWord],
  [0x00bc, 0x00be, Kind.LatinWord],
  [0x1100, 0x11ff, Kind.Han],
  [0x2000, 0x200a, Kind.WideSpace],
  [0x200c, 0x200f, Kind.Extend],
  [0x2010, 0x2013, Kind.LatinJoiner],
  [0x2014, 0x2015, Kind.Connector],
  [0x2016, 0x2017, Kind.Symbol],
  [0x201a, 0x2021, Kind.LatinMark],
  [0x2022, 0x2025, Kind.Symbol],
  [0x2028, 0x2029, Kind.LineEnd],
  [0x202a, 0x202e, Kind.Extend],
  [0x2030, 0x2037, Kind.Suffix],
  [0x2038, 0x203a, Kind.LatinMark],
  [0x203b, 0x205e, Kind.Symbol],
  [0x2047, 0x2049, Kind.DoubleEnd],
  [0x2060, 0x206f, Kind.Extend],
  [0x2100, 0x218f, Kind.Symbol],
  [0x2190, 0x2bff, Kind.Symbol],
  [0x2e00, 0x2e7f, Kind.LatinMark],
  [0x2e80, 0x2fff, Kind.Han],
  [0x2ff0, 0x303f, Kind.Symbol],
  [0x3005, 0x3007, Kind.Han],
  [0x3021, 0x3029, Kind.Han],
  [0x3031, 0x3035, Kind.Han],
  [0x3038, 0x303c, Kind.Han],
  [0x3040, 0x318f, Kind.Han],
  [0x3190, 0x319f, Kind.Symbol],
  [0x31a0, 0x31ff, Kind.Han],
  [0x3200, 0x33ff, Kind.Symbol],
  [0x3400, 0xa4cf, Kind.Han],
  [0x4dc0, 0x4dff, Kind.Symbol],
  [0xa960, 0xa97f, Kind.Han],
  [0xac00, 0xd7ff, Kind.Han],
  [0xd800, 0xf8ff, Kind.Symbol],
  [0xf900, 0xfaff, Kind.Han],
  [0xfe10, 0xfe1f, Kind.Symbol],
  [0xfe30, 0xfe6f, Kind.Symbol],
  [0xff01, 0xffef, Kind.Symbol],
  [0xff10, 0xff19, Kind.Han],
  [0xff21, 0xff3a, Kind.Han],
  [0xff41, 0xff5a, Kind.Han],
  [0xff66, 0xffdc, Kind.Han],
]

/** Characters that differ from their range, by kind. */
const SINGLES: readonly (readonly [number, string])[] = [
  [Kind.Iteration, '々〻ゝゞヽヾ'],
  [Kind.Open, '“‘（《〈【〖〔「『［｛〝'],
  [Kind.Close, '”’）》〉】〗〕」』］｝〞〟'],
  [Kind.Pause, '、，；：'],
  [Kind.End, '。．！？'],
  [Kind.DoubleEnd, '\u203c'],
  [Kind.LongDash, '\u2e3a\u2e3b'],
  [Kind.LongDots, '…⋯'],
  [Kind.Connector, '～－'],
  [Kind.Dot, '·\u2027'],
  [Kind.WideDot, '・'],
  [Kind.Slash, '／'],
  [Kind.Suffix, '°℃℉\ufe6a％￠'],
  [Kind.Prefix, '￥＄￡￦№'],
  [Kind.LatinWord, '%ªµ\u00ad\u2044'],
  [Kind.LatinJoiner, '-/'],
  [Kind.Space, ' \u1680'],
  [Kind.HardSpace, '\u00a0\u2007\u202f'],
  [Kind.WideSpace, '\t\u205f\u3000'],
  [Kind.Zero, '\u200b'],
  [Kind.LineEnd, '\u0085'],
  [Kind.Extend, '\ufeff'],
]

const ASTRAL_RANGES: readonly (readonly [number, number, number])[] = [
  [0x16fe0, 0x18dff, Kind.Han],
  [0x1aff0, 0x1b2ff, Kind.Han],
  [0x1d000, 0x1d3ff, Kind.Symbol],
  [0x1f000, 0x1fbff, Kind.Symbol],
  [0x20000, 0x3ffff, Kind.Han],
  [0xf0000, 0x10ffff, Kind.Symbol],
]

function extendsClusters(codePoint: number): boolean {
  const lineClass = lineBreakClassOf(codePoint) & CLASS_MASK
  return lineClass === CM || lineClass === ZWJ || lineClass === EM
}

function buildTable(): Uint8Array {
  const kinds = new Uint8Array(BMP_END).fill(Kind.LatinWord)
  for (const [first, last, kind] of RANGES) kinds.fill(kind, first, last + 1)
  for (const [kind, characters] of SINGLES) {
    for (const character of characters) kinds[character.codePointAt(0) ?? 0] = kind
  }
  for (let codePoint = 0; codePoint < BMP_END; codePoint++) {
    if (kinds[codePoint] !== Kind.Zero && extendsClusters(codePoint)) kinds[codePoint] = Kind.Extend
  }
  return kinds
}

const bmpKinds = buildTable()

/** What a code point is to Chinese composition, its neighbours apart. */
export function kindOf(codePoint: number): number {
  if (codePoint < BMP_END) return bmpKinds[codePoint] ?? Kind.Symbol
  if (extendsClusters(codePoint)) return Kind.Extend
  for (const [first, last, kind] of ASTRAL_RANGES) {
    if (codePoint >= first && codePoint <= last) return kind
  }
  return Kind.LatinWord
}
