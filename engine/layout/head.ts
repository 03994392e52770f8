import type { Story } from '../document/story'
import type { HeadStyles } from '../document/template-sections'
import type { CharacterBonds } from './character-bonds'
import { linesFor } from './grid'
import type { PageItem, Source } from './page'
import { baselineInLine, placeLine } from './place-line'
import { translateItems } from './translate'
import { type NoteText, plainText, type Typesetter } from './typesetter'

/** A block on whole grid lines, drawn from its top left corner. */
export interface GridBlock {
  readonly lines: number
  readonly items: readonly PageItem[]
}

const PARTS = ['kicker', 'headline', 'deck', 'byline'] as const

/** The texts of a head, those that are there. */
export function headTextsOf(story: Story): readonly string[] {
  return PARTS.flatMap((part) => ((story[part] ?? '') === '' ? [] : [story[part] ?? '']))
}

/**
 * The head of a story: kicker, headline, deck and byline, each in its style, on as many whole
 * grid lines as they need. What is left over is shared between the white above and below.
 * Lines of a headline end where `bonds` finds a seam. A story without any of the four has a head of no lines.
 */
export function setHead(
  story: Story,
  styles: HeadStyles,
  typesetter: Typesetter,
  widthMpt: number,
  gridLineMpt: number,
  bonds: CharacterBonds,
  note: NoteText,
): GridBlock {
  const items: PageItem[] = []
  let heightMpt = 0
  let spaceAfterMpt = 0
  for (const part of PARTS) {
    const text = story[part] ?? ''
    if (text === '') continue
    const set = typesetter.setText(plainText(text), styles[part], widthMpt, { bonds: bonds(text) })
    note(set, part)
    const { style } = set.bound
    heightMpt += heightMpt === 0 ? 0 : Math.max(spaceAfterMpt, style.spaceBeforeMpt)
    const sourceAt = (offset: number): Source => ({
      kind: 'story',
      storyId: story.id,
      blockId: part,
      offset,
    })
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
  return { lines, items: translateItems(items, 0, Math.floor(slackMpt / 2)) }
}
