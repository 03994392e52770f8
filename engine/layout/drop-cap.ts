import type { Node } from 'prosemirror-model'
import { blockKey } from './block-key'
import { readInlineText } from './inline-text'
import type { PageItem, Source } from './page'
import { EM_TOP_MILLI, baselineInLine, placeLine } from './place-line'
import { type BlockPlace, lineSlices, RUNNING, unitsOfLine } from './set-blocks'
import type { Slice } from './slice'
import { translateItems } from './translate'
import { type InlineText, type NoteText, plainText, type SetText } from './typesetter'

/**
 * Where the ink of a full Han character lies in its em box, in ems: most reach this far, and a 一
 * stands as high in it as in running text. Faces of the desk have no outlines to measure.
 */
const HAN_INK = { top: 0.84, bottom: -0.076, left: 0.045, right: 0.955 }

const LETTER = /^[\p{Script=Han}\p{Script=Latin}]/u
const HAN = /^\p{Script=Han}/u
/** The rest of a word whose first letter is gone. */
const LETTERS = /^[\p{Script=Latin}\p{M}]+/u
/** What may not begin the line beside the capital, or is a part of it. */
const NO_LINE_START = /^[\p{Po}\p{Pe}\p{Pf}\p{Pd}\p{M}]/u
/** More than any capital takes. */
const CAPITAL_MPT = 1_000_000

interface Capital {
  readonly items: readonly PageItem[]
  /** Where its ink ends at the right. */
  readonly rightMpt: number
}

/**
 * The first paragraph of a story with a drop cap (typography R14): its first character spans whole
 * lines of the grid, from the top of the em boxes of the first to the baseline of the last; the
 * lines beside it begin half an em from it. `undefined` where the section asks for none, or the
 * paragraph has too few lines, begins with a figure, a mark or text below a ruby, or goes on with a mark.
 */
export function dropCapSlices(
  node: Node,
  place: BlockPlace,
  note: NoteText,
): readonly Slice[] | undefined {
  const { typesetter, section, storyId, block, widthMpt, unitMpt } = place
  const cut = section.dropCap === undefined ? undefined : cutFirst(readInlineText(node))
  const { style } = typesetter.styles.get(section.body)
  if (section.dropCap === undefined || cut === undefined || style.lead !== undefined) {
    return undefined
  }
  const { lines, style: capitalStyle = section.body } = section.dropCap
  const blockId = String(node.attrs['id'])
  const key = blockKey(storyId, blockId)
  const lineMpt = unitMpt * unitsOfLine(typesetter, section.body, unitMpt)
  const first = typesetter.setText([cut.first], capitalStyle, CAPITAL_MPT, { isUnindented: true })
  const capital = drawCapital(first, (lines - 1) * lineMpt, style.sizeMpt, {
    kind: 'story',
    storyId,
    blockId,
    offset: 0,
  })
  const leftMpt = capital.rightMpt + Math.round(style.sizeMpt / 2)
  const set = typesetter.setText(cut.rest, section.body, widthMpt, {
    runsOver: place.loosened.has(key),
    measuresMpt: Array.from({ length: lines }, () => widthMpt - leftMpt),
    isUnindented: true,
  })
  if (set.paragraph.lines.length < lines) return undefined
  // What comes before the rest is the capital: its offsets go on from there.
  const rest = { ...set, leadLength: -cut.first.text.length }
  note({ ...first, leadLength: 0 }, blockId)
  note(rest, blockId)
  const name = ['capital', key, block, unitMpt, lines, capitalStyle, leftMpt].join(' ')
  return typesetter.slicesOf(set, name, () => {
    const lefts = Array.from({ length: lines }, () => leftMpt)
    const form = { spacing: RUNNING, lefts, hanging: undefined }
    const slices = lineSlices(rest, { key, storyId, blockId, start: 0 }, place, form)
    const baselineMpt = baselineInLine(lineMpt, style.sizeMpt)
    return slices.map((slice, index): Slice => {
      if (index >= lines - 1) return slice
      const items = index === 0 ? translateItems(capital.items, 0, baselineMpt) : []
      return { ...slice, mayBreakAfter: false, items: [...items, ...slice.items] }
    })
  })
}

/** The first character of a text and what follows it; `undefined` where it cannot be large. */
function cutFirst(
  content: readonly InlineText[],
): { readonly first: InlineText; readonly rest: readonly InlineText[] } | undefined {
  const [opening, ...others] = content
  const [character = ''] = opening?.text ?? ''
  if (opening === undefined || opening.ruby || !LETTER.test(character)) return undefined
  const own = { ...opening, text: opening.text.slice(character.length) }
  const rest = own.text === '' ? others : [own, ...others]
  const text = rest.map((inline) => inline.text).join('')
  if (text === '' || NO_LINE_START.test(text)) return undefined
  const [plain] = plainText(character)
  if (plain === undefined) return undefined
  const first = { ...plain, strong: opening.strong }
  return { first, rest: HAN.test(character) ? rest : keepFirstWord(rest) }
}

/** Without places to divide the word that a text begins with: it is no word of the dictionary. */
function keepFirstWord(content: readonly InlineText[]): readonly InlineText[] {
  const [opening, ...others] = content
  const [letters = ''] = LETTERS.exec(opening?.text ?? '') ?? []
  if (opening === undefined || letters === '') return content
  const word = { ...opening, text: letters, noBreak: true }
  if (letters === opening.text) return [word, ...keepFirstWord(others)]
  return [word, { ...opening, text: opening.text.slice(letters.length) }, ...others]
}

/**
 * The capital, its ink at the left edge, from the em tops of a line whose baseline is 0 down to
 * a baseline `depthMpt` below.
 */
function drawCapital(
  { paragraph, bound }: SetText,
  depthMpt: number,
  sizeMpt: number,
  source: Source,
): Capital {
  const [line] = paragraph.lines
  const face = line?.runs[0]?.face
  if (line === undefined || face === undefined) return { items: [], rightMpt: 0 }
  const heightMpt = depthMpt + (sizeMpt * EM_TOP_MILLI) / 1000
  const isHan = HAN.test(paragraph.text)
  const inkEm = isHan ? HAN_INK.top - HAN_INK.bottom : face.capHeight / face.unitsPerEm
  const capitalMpt = Math.round(heightMpt / inkEm)
  const scale = capitalMpt / bound.style.sizeMpt
  const widthMpt = Math.round(line.widthMpt * scale)
  const bottomMpt = depthMpt + (isHan ? Math.round(HAN_INK.bottom * capitalMpt) : 0)
  // The ink stands as far from the edge as that of the lines below.
  const leftMpt = isHan ? Math.round(HAN_INK.left * (sizeMpt - capitalMpt)) : 0
  const items = placeLine(line, bottomMpt, () => source).map((item) =>
    item.kind === 'glyphs'
      ? {
          ...item,
          sizeMpt: Math.round(item.sizeMpt * scale),
          xMpt: item.xMpt.map((x) => Math.round(x * scale) + leftMpt),
        }
      : item,
  )
  const rightMpt = leftMpt + (isHan ? Math.round(HAN_INK.right * capitalMpt) : widthMpt)
  return { items, rightMpt }
}
