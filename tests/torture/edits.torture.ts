import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Issue } from '../../engine/document/issue'
import { createFontBook } from '../../engine/fonts/font-book'
import { composeIssue } from '../../engine/layout/compose-issue'
import { createTypesetter } from '../../engine/layout/typesetter'
import { composeFile } from '../../host/compose-file'
import { productRoot } from '../../host/product-root'
import { createRandom } from '../desk/random'
import { editAtRandom } from '../recompose/random-edit'

const EDITS = Number(process.env['BANXIN_EDITS'] ?? 100_000)
const SEED = Number(process.env['BANXIN_SEED'] ?? 1)
/** Edits of one issue before another is taken; every so many issues it is the whole sample. */
const EDITS_AN_ISSUE = 50
const WHOLE_ISSUE_EVERY = 50

/** Some stories of an issue, in their sections. */
function someStories(issue: Issue, random: () => number): Issue {
  const kept = (storyId: string): boolean => storyId !== '' && random() < 0.25
  const sections = Object.fromEntries(
    Object.entries(issue.records.sections).map(([id, section]) => {
      return [id, { ...section, stories: section.stories.filter(kept) }]
    }),
  )
  const ids = new Set(Object.values(sections).flatMap((section) => section.stories))
  const stories = Object.fromEntries(
    Object.entries(issue.records.stories).filter(([id]) => ids.has(id)),
  )
  return { ...issue, records: { ...issue.records, sections, stories } }
}

describe('an issue composed again after a change', () => {
  it(`is what it would be if nothing were remembered, after each of ${EDITS} edits`, async () => {
    const file = await composeFile(join(productRoot, 'samples/weekly.banxin'), () => undefined)
    const { template, faces } = file
    const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))
    const random = createRandom(SEED)
    let { issue } = file
    for (let count = 0; count < EDITS; count += 1) {
      if (count % EDITS_AN_ISSUE === 0) {
        const isWhole = count % (EDITS_AN_ISSUE * WHOLE_ISSUE_EVERY) === 0
        issue = isWhole ? file.issue : someStories(file.issue, random)
      }
      issue = editAtRandom(issue, random, count)
      const remembered = composeIssue(issue, typesetter)
      // Another typesetter has a memory of its own; that it looks up the same texts is no help.
      const anew = composeIssue(issue, { ...typesetter })
      if (!isDeepStrictEqual(remembered, anew)) expect(remembered, `edit ${count}`).toEqual(anew)
      if (count % 10_000 === 9_999) process.stdout.write(`${count + 1} edits\n`)
    }
    process.stdout.write(`${EDITS} edits, each as if nothing were remembered\n`)
  })
})
