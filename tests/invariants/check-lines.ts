import type { SetParagraph } from '../../engine/text/set-line'
import type { ParagraphSetting } from '../../engine/text/style'
import { readCells, type Cell } from './cell'
import { checkBreak } from './check-breaks'
import { checkLineEdges } from './check-edges'
import { checkFill } from './check-fill'
import { checkText } from './check-text'
import { checkWords } from './check-words'
import { readGaps } from './gap'
import type { Violation } from './violation'

/** 孤字: a last line of too few Han, although the lines before it could give one (R10). */
function checkLastLine(
  cells: readonly Cell[],
  setting: ParagraphSetting,
  lineCount: number,
): Omit<Violation, 'lineIndex'>[] {
  const characters = cells.filter(({ kind }) => kind === 'han' || kind === 'latin').length
  if (lineCount < 2 || characters >= setting.lastLineMinHan) return []
  const line = cells.map((cell) => cell.text).join('')
  return [{ rule: 'R10', what: `the last line is ${line}` }]
}

/**
 * Checks a composed paragraph against R1–R10 of typography.md from where its glyphs stand, and
 * knows nothing of how they came there. `measureMpt` is the measure that it was composed to.
 * Text without tracking, hanging marks or 着重号 is what it understands.
 */
export function checkLines(
  paragraph: SetParagraph,
  setting: ParagraphSetting,
  measureMpt: number,
): readonly Violation[] {
  const { text, lines } = paragraph
  const ofLines = lines.flatMap((line, lineIndex): Violation[] => {
    const cells = readCells(paragraph, line)
    const gaps = readGaps(cells, setting)
    const mayStretch = setting.alignment === 'justify' && !line.isLast
    const faults = [
      ...(lineIndex === 0 ? [] : checkBreak(text, line.start, setting)),
      ...checkFill(gaps, mayStretch),
      ...checkWords(cells),
      ...checkLineEdges(cells, gaps, line, setting, measureMpt, lineIndex === 0),
      ...(line.isLast ? checkLastLine(cells, setting, lines.length) : []),
    ]
    return faults.map((fault) => ({ ...fault, lineIndex }))
  })
  return [...checkText(paragraph), ...ofLines]
}
