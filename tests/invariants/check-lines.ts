import type { SetParagraph } from '../../engine/text/set-line'
import type { ParagraphSetting } from '../../engine/text/style'
import { checkBreak, type BrokenText } from './check-breaks'
import { checkLineEdges } from './check-edges'
import { checkFill } from './check-fill'
import { checkHyphens } from './check-hyphens'
import { checkLastLine } from './check-last-line'
import { checkText } from './check-text'
import { checkWords } from './check-words'
import { readGaps } from './gap'
import { partHanging } from './hanging'
import { findLongMarks } from './mark-classes'
import { readLines, type ReadLine } from './read-lines'
import type { Violation } from './violation'

function readBrokenText(text: string, lines: readonly ReadLine[], measureMpt: number): BrokenText {
  const widthOf = (start: number, end: number): number =>
    lines
      .flatMap(({ cells }) => cells)
      .filter(({ offset }) => offset >= start && offset < end)
      .reduce((sum, cell) => sum + cell.rightMpt - cell.leftMpt, 0)
  return {
    text,
    longMarks: findLongMarks(text),
    fits: (start, end) => widthOf(start, end) <= measureMpt,
  }
}

/**
 * Checks a composed paragraph against R1–R10 of typography.md from where its glyphs stand, and
 * knows nothing of how they came there. `measureMpt` is the measure that it was composed to.
 * Text without tracking or 着重号 is what it understands.
 */
export function checkLines(
  paragraph: SetParagraph,
  setting: ParagraphSetting,
  measureMpt: number,
): readonly Violation[] {
  const lines = readLines(paragraph)
  const broken = readBrokenText(paragraph.text, lines, measureMpt)
  const ofLines = lines.flatMap(({ line, lineIndex, cells: all }): Violation[] => {
    const { cells, hanging } = partHanging(all, setting)
    const gaps = readGaps(cells, setting)
    const mayStretch = setting.alignment === 'justify' && !line.isLast
    const faults = [
      ...(lineIndex === 0 ? [] : checkBreak(broken, line.start, setting)),
      ...checkFill(gaps, mayStretch),
      ...checkWords(cells, setting),
      ...checkLineEdges(cells, hanging, gaps, line, setting, measureMpt, lineIndex === 0),
    ]
    return faults.map((fault) => ({ ...fault, lineIndex }))
  })
  return [
    ...checkText(paragraph, lines),
    ...ofLines,
    ...checkLastLine(lines, broken, setting, measureMpt),
    ...(setting.hyphenates === true ? checkHyphens(paragraph.text, lines) : []),
  ]
}
