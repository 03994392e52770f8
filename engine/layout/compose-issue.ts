import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'
import { learnBonds } from './character-bonds'
import type { Composition } from './composition'
import { issueFields } from './fields'
import { missingCharacterFinding, oversetFinding } from './findings'
import { finishPage } from './finish-page'
import { createBandMaker, textsOf } from './issue-bands'
import { makeUp } from './make-up'
import { contentsOf, fitStories, outlineOf } from './outline'
import { spreadSlack } from './spread-slack'
import type { SetText, Typesetter } from './typesetter'

/**
 * Composes an issue with a typesetter of its template: the same issue, template and faces give
 * the same pages, on any runtime. Whatever does not fit or cannot be shown is a finding.
 */
export function composeIssue(issue: Issue, typesetter: Typesetter): Composition {
  const { template } = typesetter
  const findings = new Map<string, Finding>()
  const note = (set: SetText, storyId: string | undefined, where: string): void => {
    for (const { character } of set.paragraph.missing) {
      const story = storyId === undefined ? undefined : issue.records.stories[storyId]
      const key = `${character} ${storyId ?? where}`
      findings.set(key, missingCharacterFinding(character, set.bound, story, where))
    }
  }
  const fields = issueFields(issue)
  const bonds = learnBonds(textsOf(issue))
  const makeBands = createBandMaker({ issue, typesetter, fields, bonds, note })
  const { bands, flow, pictureUnits } = makeUp(makeBands, template)
  const last = flow.pages.length - 1
  const planned = flow.pages.map((page, index) => (index === last ? page : spreadSlack(page)))
  const bookmarks = outlineOf(planned, template)
  const contents = contentsOf(bookmarks)
  const count = planned.length
  const shared = { issue, typesetter, fields, contents, count, pictureUnits }
  const pages = planned.map((page, index) =>
    finishPage(page, index, {
      ...shared,
      note: (set, parent) => {
        note(set, undefined, parent)
      },
    }),
  )
  const fits = fitStories(issue, bands, flow, pictureUnits)
  for (const { storyId, oversetLines } of fits) {
    const story = issue.records.stories[storyId]
    if (oversetLines === 0 || story === undefined) continue
    const finding = oversetFinding(story, oversetLines, template.sequence.maximumPages)
    findings.set(`overset ${storyId}`, finding)
  }
  typesetter.turn()
  return { pages, bookmarks, fits, findings: [...findings.values()] }
}
