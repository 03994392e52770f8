import { type MakeUp, createAttempts } from './attempt'
import type { Frames } from './frames'
import type { IssueParts } from './issue-parts'
import {
  type Choice,
  type Move,
  UNTOUCHED,
  growOne,
  growTogether,
  growTwo,
  runOver,
} from './make-up-moves'
import { type RaggedPlace, raggedPlaces } from './ragged-places'

/**
 * Tries that an issue is given. A try takes time in proportion to its bands, so the whole search
 * takes about as long for two hundred pages as for twenty.
 */
function triesFor({ flow }: MakeUp): number {
  const bandCount = flow.pages.reduce((sum, { page }) => sum + page.placed.length, 0)
  return Math.max(30, Math.min(1_500, Math.floor(60_000 / Math.max(1, bandCount))))
}

/**
 * Makes up the parts of an issue in their frames: finds heights of its pictures, in whole lines and within what cropping
 * allows, spans of those that nobody chose, and paragraphs to run over, with which pages are
 * full, columns level and the last page well used. A slot is made up like a page. Pictures are first tried all together, then
 * one at a time, then in pairs; then paragraphs where columns are still ragged. Ties go to the
 * earlier try, so that the same issue gives the same pages.
 */
export function searchMakeUp(issue: IssueParts, frames: Frames): MakeUp {
  const attempt = createAttempts(issue, frames)
  const first = attempt(UNTOUCHED)
  if (first === undefined) throw new RangeError('An issue has a first make-up')
  const { figures } = first
  let best = first
  let tries = triesFor(first)

  /** Takes every move that makes things better, or only the first; tells whether one did. */
  const improve = (moves: Iterable<Move>, onlyOnce: boolean): boolean => {
    let improved = false
    for (const move of moves) {
      if (tries <= 0) return improved
      tries -= 1
      const made = attempt(move(best.choice))
      if (made === undefined || made.cost >= best.cost) continue
      best = made
      improved = true
      if (onlyOnce) break
    }
    return improved
  }

  improve(growTogether(figures), false)
  let improved = true
  while (improved) improved = improve(growOne(figures), false) || improve(growTwo(figures), true)
  const hopeless = new Set<string>()
  while (tries > 0) {
    const ragged = raggedPlaces(best.flow, best.bands)
    const place = ragged.find((each) => !hopeless.has(nameOf(each)))
    if (place === undefined) break
    if (!improve(runOver(place.texts), true)) hopeless.add(nameOf(place))
  }
  return best
}

/** The make-up of an issue by a choice that is known to be the best. */
export function makeUpBy(choice: Choice, issue: IssueParts, frames: Frames): MakeUp {
  const made = createAttempts(issue, frames)(choice)
  if (made === undefined) throw new RangeError('The first attempt is like none before')
  return made
}

function nameOf({ storyId, pageIndex }: RaggedPlace): string {
  return `${storyId} ${String(pageIndex)}`
}
