import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { issueOfOneStory } from '../../tests/issue/one-story'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { Issue } from '../document/issue'
import type { BodyNode } from '../document/story'
import { parseTemplate } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { GlyphItem } from './page'
import { createTypesetter } from './typesetter'

interface TemplateJson {
  readonly styles: Record<string, object>
  readonly sections: Record<string, object>
}

const weekly = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../templates/weekly/template.json'), 'utf8'),
) as TemplateJson
const faces = (['song', 'hei', 'kai', 'latin'] as const).map(openBundledFace)

/** The weekly with drop caps in its news. */
const setterFor = (dropCap: object) => {
  const news = { ...weekly.sections['news'], dropCap }
  const styles = { ...weekly.styles, 'drop-cap': { font: 'kai', weight: 500, swatch: 'red' } }
  const json = { ...weekly, styles, sections: { ...weekly.sections, news } }
  const template = parseTemplate(json)
  return createTypesetter(template, createFontBook(template.fonts, faces))
}

const SIZE_MPT = 10_500
const LINE_MPT = 17_000
const TEXT = '江水绕城而过，渡船每隔二十分钟开一班；船上的人多半带着菜篮子。'.repeat(6)

const paragraph = (id: string, text: string): BodyNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})

const issueOf = (...body: BodyNode[]): Issue => issueOfOneStory(body)

const glyphsOf = (dropCap: object, blockId: string, ...body: BodyNode[]): readonly GlyphItem[] =>
  composeIssue(issueOf(...body), setterFor(dropCap)).pages.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'glyphs' && item.source.kind === 'story' && item.source.blockId === blockId
        ? [item]
        : [],
    ),
  )

/** The ink of the first glyph of an item by its outline. */
function inkOf({ face: id, glyphs, sizeMpt, baselineMpt, xMpt }: GlyphItem) {
  const face = faces.find((each) => each.id === id)
  if (face === undefined) throw new Error(`There is no face ${id}`)
  const points = face.outlineOf(glyphs[0] ?? 0).flatMap((step) => (step.op === 'Z' ? [] : [step]))
  const of = (units: number): number => (units * sizeMpt) / face.unitsPerEm
  return {
    top: baselineMpt - of(Math.max(...points.map(({ y }) => y))),
    bottom: baselineMpt - of(Math.min(...points.map(({ y }) => y))),
    left: (xMpt[0] ?? 0) + of(Math.min(...points.map(({ x }) => x))),
    right: (xMpt[0] ?? 0) + of(Math.max(...points.map(({ x }) => x))),
  }
}

describe('a drop cap', () => {
  it.each([
    [2, '江'],
    [3, '国'],
    [4, '谭'],
    [3, 'H'],
    [2, 'E'],
  ])('spans %d lines of the grid with the ink of %s', (lines, character) => {
    const [capital, ...text] = glyphsOf({ lines }, 'p', paragraph('p', character + TEXT))
    if (capital === undefined) throw new Error('There is no text')
    expect(capital.text).toBe(character)
    const [first] = text
    const baselines = [...new Set(text.map(({ baselineMpt }) => baselineMpt))]
    const { top, bottom, left, right } = inkOf(capital)
    const emTop = (first?.baselineMpt ?? 0) - 0.88 * SIZE_MPT
    // Characters reach more or less far in their em box; by two fiftieths of it at most.
    const playMpt = capital.sizeMpt * 0.04
    expect(Math.abs(top - emTop)).toBeLessThan(playMpt)
    expect(Math.abs(bottom - (baselines[lines - 1] ?? 0))).toBeLessThan(playMpt)
    const lefts = text.map((item) => item.xMpt[0] ?? 0)
    const columnLeft = Math.min(...lefts)
    expect(Math.abs(left - columnLeft)).toBeLessThan(2 * playMpt)
    for (const [at, item] of text.entries()) {
      const line = baselines.indexOf(item.baselineMpt)
      if (line >= lines) continue
      expect((lefts[at] ?? 0) - right).toBeGreaterThan(SIZE_MPT / 2 - playMpt)
    }
    for (const baseline of baselines) {
      expect(Math.abs(baseline - (baselines[0] ?? 0)) % LINE_MPT).toBe(0)
    }
  })

  it('leaves the paragraph whole, in order, each character with its place in it', () => {
    const text = `江${TEXT}`
    const items = glyphsOf({ lines: 3 }, 'p', paragraph('p', text), paragraph('q', TEXT))
    expect(items.map((item) => item.text).join('')).toBe(text)
    for (const item of items) {
      if (item.source.kind !== 'story') continue
      expect(text.startsWith(item.text, item.source.offset)).toBe(true)
    }
  })

  const isLarge = (dropCap: object, ...body: BodyNode[]): boolean =>
    glyphsOf(dropCap, 'p', ...body).some(({ sizeMpt }) => sizeMpt > 2 * SIZE_MPT)

  it('is set in a style of its own if there is one', () => {
    const [capital] = glyphsOf({ lines: 3, style: 'drop-cap' }, 'p', paragraph('p', TEXT))
    expect(capital?.face).toContain('LXGW')
  })

  it('opens the first paragraph of a story alone, also below a picture', () => {
    const figure: BodyNode = { type: 'figure', attrs: { id: 'f' } }
    expect(isLarge({ lines: 3 }, paragraph('p', TEXT))).toBe(true)
    expect(isLarge({ lines: 3 }, figure, paragraph('p', TEXT))).toBe(true)
    expect(isLarge({ lines: 3 }, paragraph('o', TEXT), paragraph('p', TEXT))).toBe(false)
    const subheading = { ...paragraph('o', '小标题'), type: 'subheading' }
    expect(isLarge({ lines: 3 }, subheading, paragraph('p', TEXT))).toBe(false)
  })

  it.each([
    `“${TEXT}”`,
    `（${TEXT}）`,
    `3月${TEXT}`,
    `江，${TEXT}`,
    '江水绕城而过，渡船每隔二十分钟开一班。',
  ])('is none before %s', (text) => {
    expect(isLarge({ lines: 3 }, paragraph('p', text))).toBe(false)
  })

  it('leaves what remains of a Latin word whole, and divides the words after it', () => {
    const body = { ...weekly.styles['body'], hyphenates: true }
    const news = { ...weekly.sections['news'], dropCap: { lines: 2 } }
    const json = { ...weekly, styles: { ...weekly.styles, body } }
    const template = parseTemplate({ ...json, sections: { ...json.sections, news } })
    const setter = createTypesetter(template, createFontBook(template.fonts, faces))
    // Too long for a line.
    const [first, long] = ['Inter', 'nationalizationinternationalizationinternational']
    const text = `${first}${long} ${long} ${TEXT}`
    const [opening, ...others] = paragraph('p', first).content ?? []
    const strong = { type: 'text', text: `${long} ${long} ${TEXT}`, marks: [{ type: 'strong' }] }
    const content = [opening ?? strong, ...others, strong]
    const { pages } = composeIssue(issueOf({ ...paragraph('p', first), content }), setter)
    const items = pages.flatMap((page) => page.items.filter((item) => item.kind === 'glyphs'))
    const divided = items.flatMap(({ isDivided, source, text: said }) =>
      isDivided === true && source.kind === 'story' ? [source.offset + said.length] : [],
    )
    expect(divided.length).toBeGreaterThan(0)
    expect(text.slice(0, Math.min(...divided))).toContain(' ')
  })

  it('names the style that its template lacks', () => {
    expect(() => setterFor({ lines: 3, style: 'gone' })).toThrow(/dropCap\.style|gone/)
    expect(() => setterFor({ lines: 5 })).toThrow(/dropCap/)
  })
})
