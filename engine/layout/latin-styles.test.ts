import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { issueOfOneStory } from '../../tests/issue/one-story'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { parseTemplate } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { GlyphItem } from './page'
import { createTypesetter } from './typesetter'

const faces = (['song', 'hei', 'kai', 'latin'] as const).map(openBundledFace)
const HYPHEN = faces[3]?.glyphOf(0x2d)
const ENGLISH =
  '志愿者为孩子们朗读 wonderful stories about extraordinary animals and their international relations。'
const PROGRAMME = '合唱《清溪之歌》\t12'

/** The glyphs of a story of two paragraphs, set in the weekly with a changed body style. */
function composeWith(change: object): { lasts: readonly number[]; silent: readonly GlyphItem[] } {
  const path = resolve(import.meta.dirname, '../../templates/weekly/template.json')
  const json = JSON.parse(readFileSync(path, 'utf8')) as { styles: { body: object } }
  const styles = { ...json.styles, body: { ...json.styles.body, ...change } }
  const template = parseTemplate({ ...json, styles })
  const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))
  const body = [ENGLISH, PROGRAMME].map((text, index) => ({
    type: 'paragraph',
    attrs: { id: `p${String(index)}` },
    content: [{ type: 'text', text }],
  }))
  const { pages, findings } = composeIssue(issueOfOneStory(body, { columns: 3 }), typesetter)
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  const glyphs = pages
    .flatMap(({ items }) => items)
    .filter((item): item is GlyphItem => item.kind === 'glyphs' && item.source.kind === 'story')
    .filter(({ source }) => source.kind === 'story' && source.blockId.startsWith('p'))
  const texts = [0, 1].map((index) =>
    glyphs
      .filter(({ source }) => source.kind === 'story' && source.blockId === `p${String(index)}`)
      .map(({ text }) => text)
      .join(''),
  )
  expect(texts).toEqual([ENGLISH, PROGRAMME])
  const lasts = glyphs.map((item) => item.glyphs.at(-1) ?? 0)
  return { lasts, silent: glyphs.filter(({ text }) => text === '') }
}

describe('a style of a template', () => {
  it('has words whole and tabs without leaders unless it says otherwise', () => {
    const { lasts, silent } = composeWith({})
    expect(lasts).not.toContain(HYPHEN)
    expect(silent).toEqual([])
  })

  it('divides words and leads tabs on the page, and the text is as typed', () => {
    const tabs = [{ at: 'end', align: 'right', leader: '·' }]
    const { lasts, silent } = composeWith({ hyphenates: true, letterFit: 2, tabs })
    expect(lasts).toContain(HYPHEN)
    expect(silent.length).toBe(1)
  })
})
