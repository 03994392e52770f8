import type { Issue } from '../../engine/document/issue'
import type { Story } from '../../engine/document/story'

/**
 * An issue as it crosses to another thread, where objects lose who they were: a story that the
 * other side has already is `null`, and so are assets that have not changed.
 */
export interface IssueChanges extends Omit<Issue, 'records' | 'assets'> {
  readonly assets: Issue['assets'] | null
  readonly records: {
    readonly sections: Issue['records']['sections']
    readonly stories: Readonly<Record<string, Story | null>>
  }
}

/** What of an issue is other than in the one before it. */
export function changesOf(issue: Issue, before: Issue | undefined): IssueChanges {
  const { stories, sections } = issue.records
  const known = before?.records.stories ?? {}
  return {
    ...issue,
    assets: issue.assets === before?.assets ? null : issue.assets,
    records: {
      sections,
      stories: Object.fromEntries(
        Object.values(stories).map((story) => [story.id, known[story.id] === story ? null : story]),
      ),
    },
  }
}

/** The issue that changes lead to; what has not changed stays the very same object. */
export function withChanges(changes: IssueChanges, before: Issue | undefined): Issue {
  const known = before?.records.stories ?? {}
  const stories = Object.entries(changes.records.stories).flatMap(([id, story]) => {
    const whole = story ?? known[id]
    return whole === undefined ? [] : [[id, whole] as const]
  })
  return {
    ...changes,
    assets: changes.assets ?? before?.assets ?? {},
    records: { sections: changes.records.sections, stories: Object.fromEntries(stories) },
  }
}
