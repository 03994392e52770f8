import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { apply } from '../../engine/document/command'
import { openPackage } from '../../host/package-file'
import { productRoot } from '../../host/product-root'
import { changesOf, withChanges } from './issue-changes'

const { document } = await openPackage(join(productRoot, 'samples/weekly.banxin'))
const [storyId = ''] = Object.keys(document.issue.records.stories)

describe('what crosses to the composing thread', () => {
  it('is everything at first, then only the story that was changed', () => {
    const first = changesOf(document.issue, undefined)
    expect(withChanges(first, undefined)).toEqual(document.issue)
    const command = { type: 'setStory', id: storyId, changes: { headline: '改过的标题' } } as const
    const { issue } = apply(document, command).document
    const changes = structuredClone(changesOf(issue, document.issue))
    const sent = Object.values(changes.records.stories).filter((story) => story !== null)
    expect(sent.map(({ id }) => id)).toEqual([storyId])
    expect(changes.assets).toBeNull()
    const arrived = withChanges(changes, document.issue)
    expect(arrived).toEqual(issue)
    expect(arrived.assets).toBe(document.issue.assets)
    for (const [id, story] of Object.entries(arrived.records.stories)) {
      if (id !== storyId) expect(story).toBe(document.issue.records.stories[id])
    }
  })

  it('leaves out a story that is gone', () => {
    const { issue } = apply(document, { type: 'removeStory', id: storyId }).document
    const arrived = withChanges(structuredClone(changesOf(issue, document.issue)), document.issue)
    expect(arrived).toEqual(issue)
  })
})
