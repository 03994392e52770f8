/** A line of a manuscript without the white space at its ends. */
export interface SourceLine {
  readonly text: string
  /** Counted from 1. */
  readonly number: number
}

const SPACES = ' \t\u3000'
/** How far from the end of a line its nearest letter is looked for. */
const NEAR = 40

const LETTER = /[\p{L}\p{N}\u3000-\u303f\uff00-\uffef]/u
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** The lines of a text, whatever ends them; a byte order mark is no part of the first. */
export function splitLines(text: string): readonly SourceLine[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ text: trimEdges(line), number: index + 1 }))
}

/** A text without blanks, tabs and ideographic spaces at its ends: indents belong to the style. */
export function trimEdges(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && SPACES.includes(text.charAt(start))) start += 1
  while (end > start && SPACES.includes(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/** Lines as one text: beside a Han letter or mark nothing comes between them, else a space. */
export function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const before = lines[index - 1]
      return before === undefined || meetsHan(before, line) ? line : ` ${line}`
    })
    .join('')
}

/** Quotation marks and the like belong to both scripts, so the nearest letters decide. */
function meetsHan(before: string, after: string): boolean {
  const last = [...before.slice(-NEAR)].findLast((character) => LETTER.test(character))
  const first = [...after.slice(0, NEAR)].find((character) => LETTER.test(character))
  return HAN.test(last ?? '') || HAN.test(first ?? '')
}
