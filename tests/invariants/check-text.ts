import type { SetLine, SetParagraph } from '../../engine/text/set-line'
import { readClusters } from './cell'
import { findLongMarks, isHan } from './mark-classes'
import { ROUNDING_MPT } from './check-fill'
import type { Violation } from './violation'

function checkSpans(paragraph: SetParagraph): Violation[] {
  const { text, lines } = paragraph
  const violations: Violation[] = []
  let end = 0
  for (const [lineIndex, line] of lines.entries()) {
    const isLast = lineIndex === lines.length - 1
    if (line.start !== end) {
      violations.push({ rule: 'text', lineIndex, what: `starts at ${line.start}, not at ${end}` })
    }
    if (line.end <= line.start && text !== '') {
      violations.push({ rule: 'text', lineIndex, what: 'holds no text' })
    }
    if (line.isLast !== isLast) {
      violations.push({ rule: 'text', lineIndex, what: `isLast is ${line.isLast}` })
    }
    end = line.end
  }
  if (end !== text.length) {
    violations.push({
      rule: 'text',
      lineIndex: lines.length - 1,
      what: `the paragraph ends at ${text.length}, its lines at ${end}`,
    })
  }
  return violations
}

function checkCharacters(paragraph: SetParagraph, line: SetLine, lineIndex: number): Violation[] {
  const said = line.runs.map((run) => run.text).join('')
  const typed = paragraph.text.slice(line.start, line.end)
  const violations: Violation[] = []
  if (said !== typed) {
    violations.push({ rule: 'text', lineIndex, what: `says “${said}”, typed was “${typed}”` })
  }
  const missing = new Set(paragraph.missing.map(({ offset }) => offset))
  const clusters = readClusters(paragraph, line)
  const offsets = clusters.map(({ offset }) => offset)
  const isInOrder = offsets.every((offset, index) => offset > (offsets[index - 1] ?? -1))
  const isInside = offsets.every((offset) => offset >= line.start && offset < line.end)
  if (!isInOrder || !isInside) {
    violations.push({ rule: 'text', lineIndex, what: `clusters stand at ${offsets.join(' ')}` })
  }
  const shown = new Set(offsets)
  for (const match of typed.matchAll(/\p{Script=Han}/gu)) {
    if (!shown.has(line.start + match.index)) {
      violations.push({ rule: 'text', lineIndex, what: `${match[0]} has no glyph` })
    }
  }
  for (const { text, offset, face, glyphs } of clusters) {
    const glyph = glyphs[0]?.glyph ?? 0
    const isWrongHan = isHan(text) && glyph !== face.glyphOf(text.codePointAt(0) ?? 0)
    const isBlank = glyph === 0 && !missing.has(offset)
    if (isWrongHan || isBlank) {
      violations.push({ rule: 'text', lineIndex, what: `${text} is shown by glyph ${glyph}` })
    }
  }
  return violations
}

/** The two glyphs of a long mark stand one em apart, or one glyph is two em wide (R2, R3). */
function checkLongMarkWidths(
  paragraph: SetParagraph,
  line: SetLine,
  lineIndex: number,
): Violation[] {
  const clusters = readClusters(paragraph, line)
  return findLongMarks(paragraph.text).flatMap(({ start, end }): Violation[] => {
    if (start < line.start || end > line.end) return []
    const parts = clusters.filter(({ offset }) => offset >= start && offset < end)
    const glyphs = parts.flatMap((part) => part.glyphs)
    const [first, second] = glyphs
    const part = parts[0]
    if (first === undefined || part === undefined) {
      return [{ rule: 'text', lineIndex, what: `${paragraph.text.slice(start, end)} has no glyph` }]
    }
    const { face, emMpt } = part
    const advanceMpt = (face.advanceOf(first.glyph) * emMpt) / face.unitsPerEm
    const widthMpt = second === undefined ? advanceMpt : second.xMpt - first.xMpt + emMpt
    if (glyphs.length <= 2 && Math.abs(widthMpt - 2 * emMpt) <= ROUNDING_MPT) return []
    const mark = paragraph.text.slice(start, end)
    return [
      { rule: 'R2', lineIndex, what: `${mark} is ${widthMpt} mpt wide at ${emMpt} mpt an em` },
    ]
  })
}

/** Checks that the lines hold every character once and in order, each one shown as itself. */
export function checkText(paragraph: SetParagraph): readonly Violation[] {
  return [
    ...checkSpans(paragraph),
    ...paragraph.lines.flatMap((line, lineIndex) => [
      ...checkCharacters(paragraph, line, lineIndex),
      ...checkLongMarkWidths(paragraph, line, lineIndex),
    ]),
  ]
}
