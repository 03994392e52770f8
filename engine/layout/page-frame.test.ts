import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFaces } from '../../host/load-faces'
import { openPackage } from '../../host/package-file'
import type { Issue } from '../document/issue'
import { parseTemplate, type Template } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { Composition, PageFrame } from './composition'
import type { ComposedPage, GlyphItem } from './page'
import { requiredFaces } from './required-faces'
import { createTypesetter } from './typesetter'

const HEAD_PARTS = ['kicker', 'headline', 'deck', 'byline']
const sample = resolve(import.meta.dirname, '../../samples/weekly.banxin')

/** Glyphs of running text: those of a size of the body, on the baseline. */
const runningText = (page: ComposedPage, sizesMpt: readonly number[]): readonly GlyphItem[] =>
  page.items.flatMap((item) => {
    if (item.kind !== 'glyphs' || item.source.kind !== 'story' || item.text === '') return []
    const isRunning = sizesMpt.includes(item.sizeMpt) && !HEAD_PARTS.includes(item.source.blockId)
    return isRunning ? [item] : []
  })

const textOf = (pages: readonly ComposedPage[], storyId: string): string =>
  pages
    .flatMap((page) => page.items)
    .map((item) =>
      item.kind === 'glyphs' && item.source.kind === 'story' && item.source.storyId === storyId
        ? item.text
        : '',
    )
    .join('')

describe('the pages of samples/weekly.banxin, three of them allowed', () => {
  let issue: Issue
  let composition: Composition
  let whole: Composition
  let template: Template

  beforeAll(async () => {
    const { document } = await openPackage(sample)
    issue = document.issue
    template = parseTemplate(document.template)
    const book = createFontBook(template.fonts, await loadFaces(requiredFaces(issue, template)))
    whole = composeIssue(issue, createTypesetter(template, book))
    const sequence = { ...template.sequence, maximumPages: 3 }
    composition = composeIssue(issue, createTypesetter({ ...template, sequence }, book))
  })

  it('go on as pages that are not printed, on which all that is over stands', () => {
    const { pages, oversetPages, frames, fits } = composition
    expect(pages).toHaveLength(3)
    expect(whole.oversetPages).toEqual([])
    expect(oversetPages.map(({ index }) => index)).toEqual(oversetPages.map((_, at) => 3 + at))
    expect(frames).toHaveLength(3 + oversetPages.length)
    expect(oversetPages.length).toBeGreaterThan(2)
    for (const { storyId, oversetLines } of fits) {
      const shown = textOf([...pages, ...oversetPages], storyId)
      expect(shown.length).toBe(textOf(whole.pages, storyId).length)
      expect(textOf(oversetPages, storyId) !== '').toBe(oversetLines > 0)
    }
  })

  it('have no furniture where they are not printed', () => {
    const kindsOf = (pages: readonly ComposedPage[]): ReadonlySet<string> =>
      new Set(pages.flatMap(({ items }) => items.map(({ source }) => source.kind)))
    expect(kindsOf(composition.pages)).toEqual(new Set(['section', 'story', 'furniture']))
    expect(kindsOf(composition.oversetPages)).toEqual(new Set(['section', 'story']))
  })

  it('stand in their columns, every line of text on the grid of its column', () => {
    const sizes = ['body', 'brief'].map((name) => sizeOf(template, name))
    let count = 0
    for (const page of whole.pages) {
      const frame = whole.frames[page.index]
      if (frame === undefined) throw new Error('a page without a frame')
      for (const item of runningText(page, sizes)) {
        const column = columnOf(frame, item)
        expect(column, item.text).toBeDefined()
        if (column === undefined) continue
        const fromFirst = item.baselineMpt - column.topMpt - column.grid.firstMpt
        expect(fromFirst % column.grid.lineMpt, item.text).toBe(0)
        count += 1
      }
    }
    expect(count).toBeGreaterThan(300)
  })
})

function sizeOf(template: Template, name: string): number {
  const style = template.styles.get(name)
  if (style === undefined) throw new Error(`no style ${name}`)
  return style.sizeMpt
}

function columnOf(frame: PageFrame, { xMpt, baselineMpt }: GlyphItem) {
  // A mark whose blank half is trimmed at the start of a line has its origin outside the column.
  const x = xMpt.at(-1) ?? 0
  return frame.columns.find(
    ({ leftMpt, topMpt, widthMpt, heightMpt }) =>
      x >= leftMpt &&
      x < leftMpt + widthMpt &&
      baselineMpt > topMpt &&
      baselineMpt <= topMpt + heightMpt,
  )
}
