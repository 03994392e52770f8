import type { MakeUp } from './attempt'
import type { Frames } from './frames'
import { type IssueParts, chosenStories } from './issue-parts'
import { type Choice, UNTOUCHED } from './make-up-moves'
import { makeUpBy, searchMakeUp } from './make-up'
import type { Part } from './part'
import type { StoryChoice } from './story-parts'

/** A search that was made: all that it learned of the issue, and what it chose. */
interface Search {
  /** What was left out of its frames, and the signatures of all parts as they come. */
  readonly untouched: readonly string[]
  /** What it learned of single stories by choices about them. */
  readonly probes: readonly Probe[]
  readonly choice: Choice
}

interface Probe {
  readonly storyId: string
  readonly choice: StoryChoice
  readonly signature: string
}

/** Makes up the parts of an issue that share frames. */
export type MakeUpIssue = (issue: IssueParts, frames: Frames) => MakeUp

const MOST_SEARCHES = 12

/**
 * A make-up that remembers: a search sees shapes alone, so where all that it saw is as it was, and
 * so are the frames, its choice stands. Most keystrokes leave the number of lines of their
 * paragraph as it was.
 */
export function rememberMakeUps(): MakeUpIssue {
  const searchesIn = new Map<string, readonly Search[]>()
  return (issue, frames) => {
    const searches = searchesIn.get(frames.name) ?? []
    const signatures = issue.parts(UNTOUCHED).map(({ signature }) => signature)
    const untouched = [frames.holes, ...signatures]
    const known = searches.find((search) => isLike(search, untouched, issue))
    if (known !== undefined) {
      searchesIn.set(frames.name, [known, ...searches.filter((search) => search !== known)])
      return makeUpBy(known.choice, issue, frames)
    }
    const probes = new Map<string, Probe>()
    const found = searchMakeUp(watch(issue, probes), frames)
    const search = { untouched, probes: [...probes.values()], choice: found.choice }
    searchesIn.set(frames.name, [search, ...searches].slice(0, MOST_SEARCHES))
    return found
  }
}

function isLike(
  { untouched, probes }: Search,
  signatures: readonly string[],
  issue: IssueParts,
): boolean {
  return (
    untouched.length === signatures.length &&
    untouched.every((signature, at) => signature === signatures[at]) &&
    probes.every(
      ({ storyId, choice, signature }) => issue.story(storyId, choice)?.signature === signature,
    )
  )
}

/** The issue, with a note taken of each story that is seen otherwise than as it comes. */
function watch(issue: IssueParts, probes: Map<string, Probe>): IssueParts {
  return {
    ...issue,
    parts(choice): readonly Part[] {
      for (const [storyId, name] of chosenStories(choice)) {
        const key = `${storyId} ${name}`
        if (probes.has(key)) continue
        const signature = issue.story(storyId, choice)?.signature ?? ''
        probes.set(key, { storyId, choice, signature })
      }
      return issue.parts(choice)
    },
  }
}
