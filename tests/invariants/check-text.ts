import type { SetParagraph } from '../../engine/text/set-line'
import { ROUNDING_MPT } from './check-fill'
import { findLongMarks, isHan } from './mark-classes'
import type { ReadLine } from './read-lines'
import type { Violation } from './violation'

function checkSpans({ text, lines }: SetParagraph): Violation[] {
  const violations: Violation[] = []
  let end = 0
  for (const [lineIndex, line] of lines.entries()) {
    const isLast = lineIndex === lines.length - 1
    if (line.start !== end) {
      violations.push({ rule: 'text', lineIndex, what: `starts at ${line.start}, not at ${end}` })
    }
    if (line.end <= line.start) violations.push({ rule: 'text', lineIndex, what: 'holds no text' })
    if (line.isLast !== isLast) {
      violations.push({ rule: 'text', lineIndex, what: `isLast is ${line.isLast}` })
    }
    end = line.end
  }
  if (end !== text.length) {
    const what = `the paragraph ends at ${text.length}, its lines at ${end}`
    violations.push({ rule: 'text', lineIndex: lines.length - 1, what })
  }
  return violations
}

function checkCharacters(paragraph: SetParagraph, read: ReadLine): Violation[] {
  const { line, lineIndex, clusters } = read
  const fault = (what: string): Violation => ({ rule: 'text', lineIndex, what })
  const violations: Violation[] = []
  const said = line.runs.map((run) => run.text).join('')
  const typed = paragraph.text.slice(line.start, line.end)
  if (said !== typed) violations.push(fault(`says “${said}”, typed was “${typed}”`))
  const offsets = clusters.map(({ offset }) => offset)
  const isInOrder = offsets.every((offset, index) => offset > (offsets[index - 1] ?? -1))
  const isInside = offsets.every((offset) => offset >= line.start && offset < line.end)
  if (!isInOrder || !isInside) violations.push(fault(`clusters stand at ${offsets.join(' ')}`))
  const shown = new Set(offsets)
  for (const [index, character] of typed.split('').entries()) {
    if (isHan(character) && !shown.has(line.start + index)) {
      violations.push(fault(`${character} has no glyph`))
    }
  }
  for (const { text, offset, face, glyphs } of clusters) {
    const glyph = glyphs[0]?.glyph ?? 0
    const isMissing = paragraph.missing.some((missing) => missing.offset === offset)
    const isWrong = isHan(text) && glyph !== face.glyphOf(text.codePointAt(0) ?? 0)
    if (isWrong || (glyph === 0 && !isMissing)) {
      violations.push(fault(`${text} is shown by glyph ${glyph}`))
    }
  }
  return violations
}

/** The two glyphs of a long mark stand one em apart, or one glyph is two em wide (R2, R3). */
function checkLongMarks(text: string, { line, lineIndex, clusters }: ReadLine): Violation[] {
  return findLongMarks(text.slice(line.start, line.end)).flatMap((mark): Violation[] => {
    const [start, end] = [line.start + mark.start, line.start + mark.end]
    const parts = clusters.filter(({ offset }) => offset >= start && offset < end)
    const [first, second, ...others] = parts.flatMap((part) => part.glyphs)
    const [part] = parts
    if (first === undefined || part === undefined || others.length > 0) {
      return [{ rule: 'R2', lineIndex, what: `${text.slice(start, end)} is not one mark` }]
    }
    const { face, emMpt } = part
    const widthMpt =
      second === undefined
        ? (face.advanceOf(first.glyph) * emMpt) / face.unitsPerEm
        : second.xMpt - first.xMpt + emMpt
    if (Math.abs(widthMpt - 2 * emMpt) <= ROUNDING_MPT) return []
    const what = `${text.slice(start, end)} is ${widthMpt} mpt wide at ${emMpt} mpt an em`
    return [{ rule: 'R2', lineIndex, what }]
  })
}

/** Checks that the lines hold every character once and in order, each one shown as itself. */
export function checkText(
  paragraph: SetParagraph,
  lines: readonly ReadLine[],
): readonly Violation[] {
  return [
    ...checkSpans(paragraph),
    ...lines.flatMap((read) => [
      ...checkCharacters(paragraph, read),
      ...checkLongMarks(paragraph.text, read),
    ]),
  ]
}
