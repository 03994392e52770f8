import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { issueOfOneStory } from '../../tests/issue/one-story'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { BodyNode } from '../document/story'
import { parseTemplate } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import { markOf } from './list-marks'
import type { GlyphItem } from './page'
import { createTypesetter } from './typesetter'

const json: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../templates/weekly/template.json'), 'utf8'),
)
const template = parseTemplate(json)
const faces = (['song', 'hei', 'kai', 'latin'] as const).map(openBundledFace)
const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))
const SIZE_MPT = 10_500
const TEXT = '江水绕城而过，渡船每隔二十分钟开一班，船上的人多半带着菜篮子。'

const listOf = (mark: string, texts: readonly string[]): BodyNode => ({
  type: 'list',
  attrs: { id: 'l', mark },
  content: texts.map((text, index) => ({
    type: 'list_item',
    attrs: { id: `i${String(index)}` },
    content: [{ type: 'text', text }],
  })),
})

const compose = (body: BodyNode) => {
  const issue = issueOfOneStory([body], { columns: 1 })
  const { pages, findings } = composeIssue(issue, typesetter)
  const glyphs = pages
    .flatMap(({ items }) => items)
    .filter((item): item is GlyphItem => item.kind === 'glyphs' && item.source.kind === 'story')
  const partOf = (isMark: boolean) =>
    glyphs.filter(
      ({ source }) =>
        source.kind === 'story' && source.blockId.startsWith('i') && source.offset < 0 === isMark,
    )
  return { findings, marks: partOf(true), text: partOf(false) }
}

describe('a list', () => {
  it.each([
    ['bullet', ['●', '●', '●']],
    ['number', ['1.', '2.', '3.']],
    ['circle', ['①', '②', '③']],
  ])('marks its items as %s and says each once', (mark, marks) => {
    const made = compose(listOf(mark, [TEXT.repeat(2), '短。', TEXT]))
    expect(made.findings).toEqual([])
    expect(made.marks.map(({ text }) => text)).toEqual(marks)
    expect(made.text.map(({ text }) => text).join('')).toBe(`${TEXT.repeat(2)}短。${TEXT}`)
  })

  it.each(['bullet', 'number', 'circle'])('hangs %s items by whole ems', (mark) => {
    const { marks, text } = compose(
      listOf(
        mark,
        Array.from({ length: 12 }, () => TEXT.repeat(2)),
      ),
    )
    const edge = template.page.margins.inside
    const lines = new Map<number, number>()
    for (const { baselineMpt, xMpt } of text) {
      const left = Math.min(lines.get(baselineMpt) ?? Infinity, xMpt[0] ?? 0)
      lines.set(baselineMpt, left)
    }
    const indents = new Set([...lines.values()].map((left) => left - edge))
    expect(indents.size).toBe(1)
    const [indent = 0] = indents
    expect(indent % SIZE_MPT).toBe(0)
    for (const { xMpt, text: sign } of marks) {
      const left = (xMpt[0] ?? 0) - edge
      expect(left, sign).toBeGreaterThanOrEqual(0)
      expect(Math.max(...xMpt) - edge, sign).toBeLessThan(indent)
    }
  })

  it('counts in circles as far as there are any', () => {
    expect([0, 19, 20, 34, 35, 49, 50].map((index) => markOf('circle', index))).toEqual([
      '①',
      '⑳',
      '㉑',
      '㉟',
      '㊱',
      '㊿',
      '51.',
    ])
  })
})
