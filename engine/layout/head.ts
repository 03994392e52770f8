import type { Story } from '../document/story'
import type { HeadStyles } from '../document/template-sections'
import type { CharacterBonds } from './character-bonds'
import { linesFor } from './grid'
import type { PageItem, Source } from './page'
import { baselineInLine, placeLine } from './place-line'
import { translateItems } from './translate'
import { plainText, type SetText, type Typesetter } from './typesetter'

/** A block on whole grid lines, drawn from its top left corner. */
export interface GridBlock {
  readonly lines: number
  readonly items: readonly PageItem[]
}

const PARTS = ['kicker', 'headline', 'deck', 'byline'] as const

/** A text of a head, set. */
export interface HeadText {
  readonly part: (typeof PARTS)[number]
  readonly set: SetText
}

/** The bonds by which the texts of a head that are balanced are broken. */
export function bondsOfHead(
  story: Story,
  styles: HeadStyles,
  typesetter: Typesetter,
  bonds: CharacterBonds,
): readonly (readonly number[])[] {
  return PARTS.flatMap((part) => {
    const text = story[part] ?? ''
    const isBalanced = text !== '' && typesetter.styles.get(styles[part]).style.balance
    return isBalanced ? [bonds(text)] : []
  })
}

/**
 * Sets the texts of a story's head, those that are there. Lines that are balanced end where
 * `bonds` finds a seam.
 */
export function setHeadTexts(
  story: Story,
  styles: HeadStyles,
  typesetter: Typesetter,
  widthMpt: number,
  bonds: CharacterBonds,
): readonly HeadText[] {
  return PARTS.flatMap((part): readonly HeadText[] => {
    const text = story[part] ?? ''
    if (text === '') return []
    const name = styles[part]
    const { balance } = typesetter.styles.get(name).style
    const wishes = balance ? { bonds: bonds(text) } : {}
    return [{ part, set: typesetter.setText(plainText(text), name, widthMpt, wishes) }]
  })
}

/**
 * The head of a story: kicker, headline, deck and byline, each in its style, on as many whole
 * grid lines as they need. What is left over is shared between the white above and below; in a slot
 * it is all below, so that heads side by side begin in line. A head of no texts has no lines.
 */
export function drawHead(
  texts: readonly HeadText[],
  storyId: string,
  gridLineMpt: number,
  isInSlot: boolean,
): GridBlock {
  const items: PageItem[] = []
  let heightMpt = 0
  let spaceAfterMpt = 0
  for (const { part, set } of texts) {
    const { style } = set.bound
    heightMpt += heightMpt === 0 ? 0 : Math.max(spaceAfterMpt, style.spaceBeforeMpt)
    const sourceAt = (offset: number): Source => ({ kind: 'story', storyId, blockId: part, offset })
    for (const line of set.paragraph.lines) {
      const baseline = heightMpt + baselineInLine(style.leadingMpt, style.sizeMpt)
      items.push(...placeLine(line, baseline, sourceAt))
      heightMpt += style.leadingMpt
    }
    spaceAfterMpt = style.spaceAfterMpt
  }
  if (items.length === 0) return { lines: 0, items }
  const lines = linesFor(heightMpt + spaceAfterMpt, gridLineMpt)
  const slackMpt = lines * gridLineMpt - heightMpt - spaceAfterMpt
  return { lines, items: translateItems(items, 0, isInSlot ? 0 : Math.floor(slackMpt / 2)) }
}
