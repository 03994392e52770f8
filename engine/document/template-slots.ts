import type { Bilingual } from './message'
import type { StoryBox } from './story-box'
import { type PageSpec, areaWidthMpt } from './template-page'
import type { ParentPage, Slot } from './template-parents'

/** Characters of body size that a column must hold at least. */
export const LEAST_CHARACTERS = 4

/** What is wrong with a slot, and the path of it. */
export interface SlotFault {
  readonly path: (string | number)[]
  readonly what: Bilingual
}

interface SlottedTemplate {
  readonly page: PageSpec
  readonly parents: Readonly<Record<string, ParentPage>>
  readonly jump?: object | undefined
}

/**
 * The faults of a template's slots: those that leave the type area, overlap one another or the
 * main frame, are too narrow for text, or share their name.
 */
export function* findSlotFaults({ page, parents, jump }: SlottedTemplate): Generator<SlotFault> {
  const names = new Set<string>()
  for (const [parentName, { main, slots = {} }] of Object.entries(parents)) {
    const before: [name: string, slot: Slot][] = []
    for (const [name, slot] of Object.entries(slots)) {
      const path = ['parents', parentName, 'slots', name]
      const what = describeSlotFault(slot, page)
      if (what !== undefined) yield { path, what }
      if (names.has(name)) yield { path, what: NAME_TAKEN }
      names.add(name)
      if (main.lines > 0 && shareLines(slot, main)) yield { path, what: OVER_MAIN }
      for (const [other, spec] of before) {
        if (overlap(slot, spec)) yield { path, what: overOther(other) }
      }
      before.push([name, slot])
    }
  }
  if (names.size > 0 && jump === undefined) yield { path: ['jump'], what: NO_JUMP }
}

/** Whole lines of the grid that the inset of a box takes above and below its text. */
export function paddingLines(box: StoryBox | undefined, leadingMpt: number): number {
  return Math.ceil((box?.inset ?? 0) / leadingMpt)
}

function describeSlotFault(slot: Slot, page: PageSpec): Bilingual | undefined {
  const { left, width, firstLine, lines, columns, gutter, box } = slot
  const { character, leading, lines: areaLines } = page.typeArea
  if (left + width > areaWidthMpt(page) || firstLine + lines > areaLines) return OUTSIDE
  if (lines - 2 * paddingLines(box, leading) < 1) return NO_LINE
  const textMpt = width - 2 * (box?.inset ?? 0) - gutter * (columns - 1)
  return textMpt >= columns * LEAST_CHARACTERS * character ? undefined : TOO_NARROW
}

interface Lines {
  readonly firstLine: number
  readonly lines: number
}

function shareLines(one: Lines, other: Lines): boolean {
  return (
    one.firstLine < other.firstLine + other.lines && other.firstLine < one.firstLine + one.lines
  )
}

function overlap(one: Slot, other: Slot): boolean {
  const isBeside = one.left >= other.left + other.width || other.left >= one.left + one.width
  return !isBeside && shareLines(one, other)
}

const OUTSIDE: Bilingual = {
  zh: '版位超出了版心',
  en: 'the slot reaches out of the type area',
}
const NO_LINE: Bilingual = {
  zh: '边框的内边距没有给文字留下一行',
  en: 'the inset of its box leaves no line for text',
}
const TOO_NARROW: Bilingual = {
  zh: `每栏不足 ${String(LEAST_CHARACTERS)} 个字，请减少栏数、栏距或内边距`,
  en: `a column would hold fewer than ${String(LEAST_CHARACTERS)} characters; use fewer columns, a smaller gutter or inset`,
}
const NAME_TAKEN: Bilingual = {
  zh: '另一个母版上已有同名的版位',
  en: 'another parent page has a slot of this name',
}
const OVER_MAIN: Bilingual = {
  zh: '版位与正文框重叠',
  en: 'the slot overlaps the main frame',
}
const NO_JUMP: Bilingual = {
  zh: '有版位的模板须写明转版的样式（jump）',
  en: 'a template with slots says how stories jump',
}

function overOther(name: string): Bilingual {
  return { zh: `与版位“${name}”重叠`, en: `it overlaps the slot “${name}”` }
}
