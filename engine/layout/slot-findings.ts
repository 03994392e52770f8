import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'
import type { Story } from '../document/story'
import { nameStory } from '../document/story-name'
import type { Template } from '../document/template'
import type { PlannedPage } from './band'
import { pageOfParent } from './page-sequence'
import { slotAreasOf } from './story-frame'

/** What is amiss with the slots of an issue whose printed pages are planned. */
export function* findSlotFaults(
  issue: Issue,
  template: Template,
  printed: readonly PlannedPage[],
): Generator<Finding> {
  const areas = slotAreasOf(template)
  for (const story of Object.values(issue.records.stories)) {
    if (story.slot === undefined || areas.has(story.slot)) continue
    yield slotMissingFinding(story, story.slot)
  }
  for (const { name, parent } of areas.values()) {
    const index = pageOfParent(template, parent, printed.length)
    if (index === undefined) continue
    const isFilled = printed[index]?.frames.some(({ slot }) => slot?.name === name)
    if (isFilled !== true) yield slotEmptyFinding(name, index)
  }
}

/** A story asks for a slot that its template does not have: it flows with its section. */
function slotMissingFinding(story: Story, slot: string): Finding {
  return {
    code: 'slot-missing',
    severity: 'warning',
    explanation: {
      what: {
        zh: `模板里没有版位“${slot}”，稿件按顺序排在正文里`,
        en: `The template has no slot “${slot}”; the story flows with its section`,
      },
      where: nameStory(story),
      mend: {
        zh: '请给稿件另选一个版位，或不选版位',
        en: 'Choose another slot for the story, or none',
      },
    },
    storyId: story.id,
  }
}

/** A slot in which no story stands. */
function slotEmptyFinding(slot: string, pageIndex: number): Finding {
  const folio = String(pageIndex + 1)
  return {
    code: 'slot-empty',
    severity: 'warning',
    explanation: {
      what: {
        zh: `第 ${folio} 版的版位“${slot}”是空的`,
        en: `The slot “${slot}” on page ${folio} is empty`,
      },
      where: slot,
      mend: {
        zh: '请把一篇稿件放进这个版位，或删短放不下的稿件',
        en: 'Put a story into it, or cut the one that it is too small for',
      },
    },
    pageIndex,
  }
}
