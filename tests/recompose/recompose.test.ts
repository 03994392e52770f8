import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Issue } from '../../engine/document/issue'
import { createFontBook } from '../../engine/fonts/font-book'
import { composeIssue } from '../../engine/layout/compose-issue'
import type { Composition } from '../../engine/layout/composition'
import { createTypesetter } from '../../engine/layout/typesetter'
import { composeFile } from '../../host/compose-file'
import { productRoot } from '../../host/product-root'
import { createRandom } from '../desk/random'
import { editAtRandom } from './random-edit'

const open = async (name: string) => {
  const file = await composeFile(join(productRoot, `samples/${name}.banxin`), () => undefined)
  const book = createFontBook(file.template.fonts, file.faces)
  return { ...file, typesetter: createTypesetter(file.template, book) }
}
const samples = {
  weekly: await open('weekly'),
  newspaper: await open('newspaper'),
  briefing: await open('briefing'),
}
/** More of them are in `npm run torture`. */
const EDITS = Number(process.env['BANXIN_EDITS'] ?? 120)

/** The figures of an issue, and those that its pages show, each once wherever it is pinned. */
const figuresOf = ({ records }: Issue): readonly string[] =>
  Object.values(records.stories)
    .flatMap(({ id, body }) =>
      (body.content ?? []).flatMap(({ type, attrs }) =>
        type === 'figure' ? [`${id} ${String(attrs?.['id'])}`] : [],
      ),
    )
    .sort()
const shownFigures = ({ pages, oversetPages }: Composition): readonly string[] =>
  [...pages, ...oversetPages]
    .flatMap(({ items }) => items)
    .flatMap(({ kind, source }) =>
      kind === 'image' && source.kind === 'story' ? [`${source.storyId} ${source.blockId}`] : [],
    )
    .sort()

describe('an issue composed again after a change', () => {
  it.each(['weekly', 'newspaper', 'briefing'] as const)(
    `is what it would be if nothing were remembered, after each of ${EDITS} edits of the %s`,
    (name) => {
      const { issue: sample, template, typesetter } = samples[name]
      const slots = Object.values(template.parents).flatMap((parent) =>
        Object.keys(parent.slots ?? {}),
      )
      const random = createRandom(20261121)
      let issue = sample
      for (let count = 0; count < EDITS; count += 1) {
        issue = editAtRandom(issue, random, count, slots)
        const remembered = composeIssue(issue, typesetter)
        expect(shownFigures(remembered), `edit ${count}`).toEqual(figuresOf(issue))
        expect(remembered.findings.map(({ code }) => code)).not.toContain('pages-unsettled')
        // Another typesetter has a memory of its own; that it looks up the same texts is no help.
        const anew = composeIssue(issue, { ...typesetter })
        // What differs is told by the slower comparison alone.
        if (!isDeepStrictEqual(remembered, anew)) expect(remembered, `edit ${count}`).toEqual(anew)
        if (count % 40 === 39) issue = sample
      }
    },
    300_000,
  )

  it('gives the very same page where nothing on it has changed', () => {
    const { typesetter, ...file } = samples.weekly
    const before = composeIssue(file.issue, typesetter)
    const [storyId = ''] =
      file.issue.records.sections[file.issue.sections.at(-1) ?? '']?.stories ?? []
    const story = file.issue.records.stories[storyId]
    if (story === undefined) throw new Error('The sample has a last section with a story')
    const stories = { ...file.issue.records.stories, [storyId]: { ...story, byline: '别人' } }
    const issue = { ...file.issue, records: { ...file.issue.records, stories } }
    const { pages } = composeIssue(issue, typesetter)
    const same = pages.filter((page, index) => page === before.pages[index])
    expect(same.length).toBeGreaterThan(0)
    expect(same.length).toBeLessThan(pages.length)
  })

  it('gives the very same pages with slots where nothing on them has changed', () => {
    const { typesetter, issue } = samples.newspaper
    const before = composeIssue(issue, typesetter)
    const story = Object.values(issue.records.stories).find(({ slot }) => slot === '书评')
    if (story === undefined) throw new Error('The sample has a story in that slot')
    const stories = { ...issue.records.stories, [story.id]: { ...story, byline: '别人' } }
    const edited = { ...issue, records: { ...issue.records, stories } }
    const { pages } = composeIssue(edited, typesetter)
    expect(pages.map((page, index) => page === before.pages[index])).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})
