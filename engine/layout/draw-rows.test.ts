import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { FurnitureRow, RowsFurniture } from '../document/template-furniture'
import { parseTemplate } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { drawFurniture } from './furniture'
import type { GlyphItem, PageItem } from './page'
import { createTypesetter, type SetText } from './typesetter'

const path = resolve(import.meta.dirname, '../../templates/briefing/template.json')
const template = parseTemplate(JSON.parse(readFileSync(path, 'utf8')) as unknown)
const faces = (['song', 'hei', 'kai'] as const).map(openBundledFace)
const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))

const [WIDTH_MPT, FOOT_MPT, INSET_MPT] = [400_000, 600_000, 14_000]
const { sizeMpt: EM_MPT, leadingMpt: LINE_MPT } = typesetter.styles.get('imprint').style

const row = (texts: Partial<FurnitureRow>): FurnitureRow => ({
  style: 'imprint',
  lines: 1,
  ...texts,
})

/** Rows as they are drawn with one field known, and the texts that do not find their room. */
function draw(groups: FurnitureRow[][], mirrored = false) {
  const item: RowsFurniture = {
    kind: 'rows',
    x: 0,
    foot: FOOT_MPT,
    width: WIDTH_MPT,
    inset: INSET_MPT,
    padding: 3_000,
    rules: { outer: 992, inner: 709, swatch: 'black' },
    groups,
  }
  const noted: SetText[] = []
  const items = drawFurniture([item], {
    typesetter,
    fields: new Map([['publication.name', '岚江']]),
    contents: [],
    mirrored,
    widthMpt: WIDTH_MPT,
    source: { kind: 'furniture' },
    note: (set) => {
      noted.push(set)
    },
  })
  const overset = noted.filter(({ paragraph, mostLines }) => paragraph.lines.length > mostLines)
  return { items, overset: overset.map(({ paragraph }) => paragraph.text) }
}

const isGlyphs = (item: PageItem): item is GlyphItem => item.kind === 'glyphs'
const textsOf = (items: readonly PageItem[]): readonly string[] =>
  items.filter(isGlyphs).map(({ text }) => text)
const startOf = (items: readonly PageItem[], text: string): number =>
  items.filter(isGlyphs).find((item) => item.text.startsWith(text))?.xMpt[0] ?? NaN
const ruleHeights = (items: readonly PageItem[]): readonly number[] =>
  items.flatMap((item) => (item.kind === 'rect' ? [item.heightMpt] : []))

describe('rows of furniture', () => {
  const full = row({ left: '甲', middle: '乙乙', right: '丙丙' })

  it('stand at left, in the middle and at right of their inset, alike on both sides', () => {
    const { items, overset } = draw([[full]])
    expect(overset).toEqual([])
    expect(startOf(items, '甲')).toBe(INSET_MPT)
    expect(startOf(items, '乙')).toBe((WIDTH_MPT - 2 * EM_MPT) / 2)
    expect(startOf(items, '丙')).toBe(WIDTH_MPT - INSET_MPT - 2 * EM_MPT)
    expect(draw([[full]], true).items).toEqual(items)
  })

  it('begin every line of a text after its label', () => {
    const left = '岚江市各单位'.repeat(7)
    const { items, overset } = draw([[row({ label: '送：', left, lines: 2 })]])
    expect(overset).toEqual([])
    const starts = items.filter(isGlyphs).map(({ xMpt }) => xMpt[0])
    expect(starts).toEqual([INSET_MPT, INSET_MPT + 2 * EM_MPT, INSET_MPT + 2 * EM_MPT])
  })

  it('grow upward from their foot', () => {
    const heights = [1, 3].map((count) => {
      const { items } = draw([Array.from({ length: count }, () => full)])
      const rules = items.flatMap((item) => (item.kind === 'rect' ? [item] : []))
      const lowest = rules.at(-1)
      expect((lowest?.yMpt ?? 0) + (lowest?.heightMpt ?? 0)).toBe(FOOT_MPT)
      return FOOT_MPT - (rules[0]?.yMpt ?? 0)
    })
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBe(2 * LINE_MPT)
  })

  it('leave out texts whose fields have no value, then rows, groups and their rules', () => {
    const unknown = row({ label: '报：', left: '{publication.fields.报}' })
    const known = row({ left: '{publication.fields.报}', right: '{publication.name}' })
    expect(textsOf(draw([[unknown, known]]).items)).toEqual(['岚江'])
    expect(ruleHeights(draw([[full], [known]]).items)).toEqual([992, 709, 992])
    expect(ruleHeights(draw([[unknown], [known]]).items)).toEqual([992, 992])
    expect(draw([[unknown], [unknown]]).items).toEqual([])
  })

  it('tell of a text that has no room beside the others, and print what has', () => {
    const long = '编'.repeat(25)
    const { items, overset } = draw([[row({ left: long, right: '共印120份' })]])
    expect(overset).toEqual([long])
    const [left] = items.filter(isGlyphs).filter(({ text }) => text.startsWith('编'))
    const end = (left?.xMpt.at(-1) ?? 0) + EM_MPT
    expect(end).toBeLessThanOrEqual(startOf(items, '共印') - EM_MPT)
    expect(draw([[row({ left: long.repeat(4), lines: 2 })]]).overset).toHaveLength(1)
  })
})
