import type { Issue } from '../document/issue'
import type { Composition } from './composition'
import { issueFields } from './fields'
import { oversetFinding, tooTallFinding, unsettledFinding } from './findings'
import { finishPage } from './finish-page'
import { type IssueMemory, memoryOf } from './issue-memory'
import { contentsOf, outlineOf } from './outline'
import { textsOf } from './parsed-body'
import { drawJump } from './draw-jump'
import { makeUpIssue } from './make-up-issue'
import { findPinFaults } from './pin-findings'
import { planPages, tooTallStories } from './plan-pages'
import { MOST_PASSES } from './settle'
import { findSlotFaults } from './slot-findings'
import { fitStories } from './story-fit'
import { createTextFindings } from './text-findings'
import type { Typesetter } from './typesetter'

/**
 * Composes an issue with a typesetter of its template: the same issue, template and faces give
 * the same pages, on any runtime. Whatever does not fit or cannot be shown is a finding. An issue
 * that the same typesetter composed before takes the time of what has changed in it.
 */
export function composeIssue(issue: Issue, typesetter: Typesetter): Composition {
  const memory = memoryOf(typesetter)
  try {
    return compose(issue, typesetter, memory)
  } finally {
    memory.turn()
  }
}

function compose(issue: Issue, typesetter: Typesetter, memory: IssueMemory): Composition {
  const { template } = typesetter
  const { maximumPages } = template.sequence
  const { findings, note, noteFurniture } = createTextFindings(issue)
  const fields = issueFields(issue)
  const bonds = memory.bonds.learn(textsOf(issue))
  const made = makeUpIssue(memory.setParts({ issue, fields, bonds }), template, memory)
  const { main, slots } = made
  const parts = [...slots.flatMap((slot) => slot.made.parts), ...main.parts]
  for (const { set, storyId, where } of parts.flatMap((part) => part.notes)) {
    if (storyId === undefined) noteFurniture(set, where)
    else note(set, storyId, where)
  }
  const storyIds = issue.sections.flatMap((id) => issue.records.sections[id]?.stories ?? [])
  const laid = planPages({
    ...made,
    template,
    storyIds,
    furnitureOf: (slot, frame, folio) =>
      drawJump(slot, frame, folio, main, typesetter, memory.shelf),
  })
  const printed = laid.slice(0, maximumPages)
  const count = printed.length
  const bookmarks = outlineOf(printed, template)
  const contents = contentsOf(bookmarks)
  const heights = new Map(
    [main, ...slots.map((slot) => slot.made)].flatMap((each) => [...each.heights]),
  )
  const pages = {
    issue,
    typesetter,
    fields,
    sharedName: memory.shelf.nameShared(JSON.stringify([...fields, contents])),
    contents,
    count,
    heights,
    shelf: memory.shelf,
    note: noteFurniture,
  }
  const finished = laid.map((page, index) => finishPage(page, index, pages))
  const shown = finished.map(({ page }) => page)
  const fits = fitStories(issue, laid, maximumPages, template.page.typeArea.leading)
  const tooTall = tooTallStories(main)
  for (const { storyId, oversetLines } of fits) {
    const story = issue.records.stories[storyId]
    if (story === undefined) continue
    if (oversetLines > 0) {
      findings.set(`overset ${storyId}`, oversetFinding(story, oversetLines, maximumPages))
    }
    if (tooTall.has(storyId)) findings.set(`too tall ${storyId}`, tooTallFinding(story))
  }
  for (const finding of findSlotFaults(issue, template, printed)) {
    findings.set(`${finding.code} ${finding.explanation.where}`, finding)
  }
  for (const finding of findPinFaults(issue, { pinFaults: made.pinFaults, printed })) {
    findings.set(`${finding.code} ${finding.storyId ?? ''} ${finding.blockId ?? ''}`, finding)
  }
  for (const storyId of made.unsettled) {
    const story = issue.records.stories[storyId]
    if (story !== undefined) {
      findings.set(`unsettled ${storyId}`, unsettledFinding(story, MOST_PASSES))
    }
  }
  return {
    pages: shown.slice(0, count),
    oversetPages: shown.slice(count),
    frames: finished.map(({ frame }) => frame),
    bookmarks,
    fits,
    findings: [...findings.values()],
  }
}
