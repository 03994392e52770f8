import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'
import { learnBonds } from './character-bonds'
import type { Composition } from './composition'
import { issueFields } from './fields'
import {
  furnitureOversetFinding,
  missingCharacterFinding,
  oversetFinding,
  tooTallFinding,
} from './findings'
import { finishPage } from './finish-page'
import { createBandMaker } from './issue-bands'
import { makeUp } from './make-up'
import { textsOf } from './parsed-body'
import { contentsOf, outlineOf } from './outline'
import { spreadSlack } from './spread-slack'
import { fitStories } from './story-fit'
import type { SetText, Typesetter } from './typesetter'

/**
 * Composes an issue with a typesetter of its template: the same issue, template and faces give
 * the same pages, on any runtime. Whatever does not fit or cannot be shown is a finding.
 */
export function composeIssue(issue: Issue, typesetter: Typesetter): Composition {
  try {
    return compose(issue, typesetter)
  } finally {
    typesetter.turn()
  }
}

function compose(issue: Issue, typesetter: Typesetter): Composition {
  const { template } = typesetter
  const { maximumPages } = template.sequence
  const findings = new Map<string, Finding>()
  const note = (set: SetText, storyId: string | undefined, where: string): void => {
    for (const { character } of set.paragraph.missing) {
      const story = storyId === undefined ? undefined : issue.records.stories[storyId]
      const key = `${character} ${storyId ?? where}`
      findings.set(key, missingCharacterFinding(character, set.bound, story, where))
    }
  }
  /** Furniture has one line to stand on; what does not fit there would be lost in silence. */
  const noteFurniture = (set: SetText, where: string): void => {
    note(set, undefined, where)
    if (set.paragraph.lines.length < 2) return
    const { text } = set.paragraph
    findings.set(`furniture ${where} ${text}`, furnitureOversetFinding(text, where))
  }
  const fields = issueFields(issue)
  const bonds = learnBonds(textsOf(issue))
  const makeBands = createBandMaker({ issue, typesetter, fields, bonds, note, noteFurniture })
  const { flow, pictureUnits } = makeUp(makeBands, template)
  const planned = flow.pages
    .slice(0, maximumPages)
    .map((page, index) => (index === flow.pages.length - 1 ? page : spreadSlack(page)))
  const bookmarks = outlineOf(planned, template)
  const contents = contentsOf(bookmarks)
  const count = planned.length
  const shared = { issue, typesetter, fields, contents, count, pictureUnits, note: noteFurniture }
  const pages = planned.map((page, index) => finishPage(page, index, shared))
  const fits = fitStories(issue, flow.pages, maximumPages)
  for (const { storyId, oversetLines } of fits) {
    const story = issue.records.stories[storyId]
    if (story === undefined) continue
    if (oversetLines > 0) {
      findings.set(`overset ${storyId}`, oversetFinding(story, oversetLines, maximumPages))
    }
    if (flow.tooTall.has(storyId)) findings.set(`too tall ${storyId}`, tooTallFinding(story))
  }
  return { pages, bookmarks, fits, findings: [...findings.values()] }
}
