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
const SAMPLES = ['weekly', 'newspaper', 'briefing']
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
    const files = await Promise.all(
      SAMPLES.map((name) =>
        composeFile(join(productRoot, `samples/${name}.banxin`), () => undefined),
      ),
    )
    const all = files.map(({ issue, template, faces }) => ({
      issue,
      typesetter: createTypesetter(template, createFontBook(template.fonts, faces)),
      slots: Object.values(template.parents).flatMap((parent) => Object.keys(parent.slots ?? {})),
    }))
    const random = createRandom(SEED)
    for (let count = 0; count < EDITS; count += EDITS_AN_ISSUE) {
      const round = count / EDITS_AN_ISSUE
      const sample = all[round % all.length]
      if (sample === undefined) throw new Error('There is no sample')
      const isWhole = round % WHOLE_ISSUE_EVERY < all.length
      let issue = isWhole ? sample.issue : someStories(sample.issue, random)
      const { typesetter, slots } = sample
      for (let edit = 0; edit < EDITS_AN_ISSUE; edit += 1) {
        issue = editAtRandom(issue, random, count + edit, slots)
        const remembered = composeIssue(issue, typesetter)
        // Another typesetter has a memory of its own; that it looks up the same texts is no help.
        const anew = composeIssue(issue, { ...typesetter })
        if (isDeepStrictEqual(remembered, anew)) continue
        expect(remembered, `edit ${count + edit}`).toEqual(anew)
      }
      if (count % 10_000 === 0) process.stdout.write(`${count} edits\n`)
    }
    process.stdout.write(`${EDITS} edits, each as if nothing were remembered\n`)
  })
})
