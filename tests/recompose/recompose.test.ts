import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFontBook } from '../../engine/fonts/font-book'
import { composeIssue } from '../../engine/layout/compose-issue'
import { createTypesetter } from '../../engine/layout/typesetter'
import { composeFile } from '../../host/compose-file'
import { productRoot } from '../../host/product-root'
import { createRandom } from '../desk/random'
import { editAtRandom } from './random-edit'

const EDITS = Number(process.env['BANXIN_EDITS'] ?? 240)

describe.each(['weekly', 'briefing'])('the %s composed again after a change', async (name) => {
  const file = await composeFile(join(productRoot, `samples/${name}.banxin`), () => undefined)
  const { fonts } = file.template
  const typesetter = createTypesetter(file.template, createFontBook(fonts, file.faces))

  it(`is what it would be if nothing were remembered, after each of ${EDITS} edits`, () => {
    const random = createRandom(20261121)
    let { issue } = file
    for (let count = 0; count < EDITS; count += 1) {
      issue = editAtRandom(issue, random, count)
      const remembered = composeIssue(issue, typesetter)
      // Another typesetter has a memory of its own; that it looks up the same texts is no help.
      expect(remembered, `edit ${count}`).toEqual(composeIssue(issue, { ...typesetter }))
      if (count % 40 === 39) issue = file.issue
    }
  }, 300_000)

  it('gives the very same page where nothing on it has changed', () => {
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
})
