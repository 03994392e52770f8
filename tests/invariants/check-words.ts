import type { Face } from '../../engine/fonts/face'
import type { ParagraphSetting } from '../../engine/text/style'
import type { Cell } from './cell'
import type { Violation } from './violation'

const isOfWord = (cell: Cell): boolean => cell.kind === 'latin' || cell.kind === 'symbol'

/** The letters, digits and their marks that stand together in one face and size, two at least. */
function findWords(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const words: Cell[][] = []
  let previous: Cell | undefined
  for (const cell of cells) {
    const joins =
      previous !== undefined &&
      isOfWord(previous) &&
      isOfWord(cell) &&
      previous.spacesAfter === 0 &&
      previous.face === cell.face &&
      previous.emMpt === cell.emMpt &&
      previous.offset + previous.text.length === cell.offset
    if (joins) words.at(-1)?.push(cell)
    else if (isOfWord(cell)) words.push([cell])
    previous = cell
  }
  return words.filter((word) => word.length > 1)
}

const shapedWords = new WeakMap<Face, Map<string, ReadonlyMap<number, number>>>()

/** Where each cluster of a word starts when its face sets it, in font units; kept by face. */
function shapeWord(face: Face, word: string): ReadonlyMap<number, number> {
  const words = shapedWords.get(face) ?? new Map<string, ReadonlyMap<number, number>>()
  shapedWords.set(face, words)
  const known = words.get(word)
  if (known !== undefined) return known
  const starts = new Map<number, number>()
  let pen = 0
  for (const { cluster, advance } of face.shape(word, { script: 'Latn', language: 'en' })) {
    if (!starts.has(cluster)) starts.set(cluster, pen)
    pen += advance
  }
  words.set(word, starts)
  return starts
}

/**
 * Checks that no letter of a word or digit of a number is moved from where its face sets it (R7),
 * but for what the style lets letters be fitted by.
 */
export function checkWords(
  cells: readonly Cell[],
  { letterFitMilliEm = 0 }: ParagraphSetting,
): readonly Omit<Violation, 'lineIndex'>[] {
  return findWords(cells).flatMap((word) => {
    const [first] = word
    if (first === undefined) return []
    const { face, emMpt } = first
    const text = word.map((cell) => cell.text).join('')
    const starts = shapeWord(face, text)
    const isMoved = word.some((cell, index) => {
      const start = starts.get(cell.offset - first.offset)
      if (start === undefined) return true
      const wanted = first.leftMpt + (start * emMpt) / face.unitsPerEm
      const fitMpt = (emMpt * letterFitMilliEm) / 1000
      return Math.abs(cell.leftMpt - wanted) > 1 + index + fitMpt * index
    })
    return isMoved ? [{ rule: 'R7', what: `${text} is not set as its face sets it` }] : []
  })
}
