import { describe, expect, it } from 'vitest'
import { apply, type Command } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import { ISSUE_VERSION } from '../../engine/document/issue'
import { addSection, addStory, duplicateStory, moveStory, nudgeStory } from './issue-commands'

const empty: Document = {
  template: null,
  issue: {
    format: 'banxin',
    version: ISSUE_VERSION,
    id: 'i1',
    publication: { name: '周报', publisher: '编辑部', fields: {} },
    number: 1,
    date: '2026-01-02',
    template: { id: 'weekly', version: 1 },
    sections: [],
    records: { sections: {}, stories: {} },
    assets: {},
  },
}

const run = (document: Document, command: Command | undefined): Document =>
  command === undefined ? document : apply(document, command).document

/** Two sections; the first has two stories, the second has none. */
function sample() {
  const one = addSection(empty.issue, 'news', '一')
  let document = run(empty, one.command)
  const two = addSection(document.issue, 'news', '二')
  document = run(document, two.command)
  const stories: string[] = []
  for (let count = 0; count < 2; count += 1) {
    const section = document.issue.records.sections[one.section.id]
    if (section === undefined) throw new Error('The section was not added')
    const { id, command } = addStory(section)
    stories.push(id)
    document = run(document, command)
  }
  return { document, one: one.section.id, two: two.section.id, stories }
}

const listOf = ({ issue }: Document, id: string) => issue.records.sections[id]?.stories

describe('commands of the issue panel', () => {
  it('moves a story to a place that is counted with the story still in it', () => {
    const { document, one, two, stories } = sample()
    const [a = '', b = ''] = stories
    const down = run(document, moveStory(document.issue, a, { sectionId: one, index: 2 }))
    expect(listOf(down, one)).toEqual([b, a])
    expect(moveStory(document.issue, a, { sectionId: one, index: 1 })).toBeUndefined()
    const over = run(document, moveStory(document.issue, a, { sectionId: two, index: 0 }))
    expect([listOf(over, one), listOf(over, two)]).toEqual([[b], [a]])
  })

  it('nudges a story out of its section at the end, and no further than the last', () => {
    const { document, one, two, stories } = sample()
    const [a = '', b = ''] = stories
    const after = run(document, nudgeStory(document.issue, b, 1))
    expect([listOf(after, one), listOf(after, two)]).toEqual([[a], [b]])
    expect(nudgeStory(after.issue, b, 1)).toBeUndefined()
    expect(nudgeStory(document.issue, a, -1)).toBeUndefined()
  })

  it('duplicates a story with names of their own for its blocks', () => {
    const { document, one, stories } = sample()
    const story = document.issue.records.stories[stories[0] ?? '']
    if (story === undefined) throw new Error('The story was not added')
    const made = duplicateStory(document.issue, story, '副本')
    const after = run(document, made?.command)
    expect(listOf(after, one)).toEqual([story.id, made?.id, stories[1]])
    const copy = after.issue.records.stories[made?.id ?? '']
    expect(copy?.headline).toBe('副本')
    expect(copy?.body.content?.[0]?.attrs?.['id']).not.toBe(story.body.content?.[0]?.attrs?.['id'])
  })
})
