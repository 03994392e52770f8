import { describe, expect, it } from 'vitest'
import { apply, type Command } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import { ISSUE_VERSION, type Issue } from '../../engine/document/issue'
import { findInIssue, findInStory, findInText, type Wanted } from './find-places'
import { replacePlaces } from './replace-text'

const issue: Issue = {
  format: 'banxin',
  version: ISSUE_VERSION,
  id: 'i1',
  publication: { name: '周报', publisher: '编辑部', fields: {} },
  number: 1,
  date: '2024-05-06',
  template: { id: 'weekly', version: 1 },
  sections: ['c1'],
  records: {
    sections: { c1: { id: 'c1', style: 'news', title: '要闻', stories: ['s2', 's1'] } },
    stories: {
      s1: {
        id: 's1',
        headline: '江水和江风',
        deck: '江',
        status: 'draft',
        body: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              attrs: { id: 'p1' },
              content: [
                { type: 'text', text: '大江' },
                { type: 'text', text: '东去，', marks: [{ type: 'strong' }] },
                { type: 'text', text: '江 River' },
              ],
            },
            {
              type: 'figure',
              attrs: { id: 'p2', asset: '', credit: '', alt: '', span: 'auto', place: 'top' },
              content: [{ type: 'text', text: '江边' }],
            },
          ],
        },
      },
      s2: { id: 's2', headline: '长江', status: 'draft', body: { type: 'doc' } },
    },
  },
  assets: {},
}

const wanted = (text: string, isExact = false): Wanted => ({ text, isExact })

function replaceAll(text: string, replacement: string): Issue {
  const document: Document = { issue, template: null }
  return replacePlaces(issue, findInIssue(issue, wanted(text)), replacement).reduce(
    (before: Document, command: Command) => apply(before, command).document,
    document,
  ).issue
}

describe('find and replace', () => {
  it('finds in heads, text and captions, in the order in which they are read', () => {
    const places = findInIssue(issue, wanted('江'))
    expect(
      places.map(({ storyId, blockId, from }) => `${storyId} ${blockId} ${String(from)}`),
    ).toEqual([
      's2 headline 1',
      's1 headline 0',
      's1 headline 3',
      's1 deck 0',
      's1 p1 1',
      's1 p1 5',
      's1 p2 0',
    ])
    const [story] = Object.values(issue.records.stories)
    if (story === undefined) throw new Error('no story')
    expect(findInStory(story, wanted('江'))).toHaveLength(6)
    expect(findInIssue(issue, wanted(''))).toEqual([])
  })

  it('takes both cases and both widths for alike, unless it is to be exact', () => {
    const text = 'ＰＤＦ 和 pdf，Ｐdf'
    expect(findInText(text, wanted('PDF'))).toEqual([
      { from: 0, to: 3 },
      { from: 6, to: 9 },
      { from: 10, to: 13 },
    ])
    expect(findInText(text, wanted('pdf', true))).toEqual([{ from: 6, to: 9 }])
    expect(findInText('一，二,三', wanted(','))).toHaveLength(2)
    // İ is longer in lower case: what stands behind it is still found where it is.
    expect(findInText('İPDF', wanted('pdf'))).toEqual([{ from: 1, to: 4 }])
  })

  it('replaces across marks and keeps those of the first character', () => {
    const { s1 } = replaceAll('江东', '河西').records.stories
    expect(s1?.body.content?.[0]?.content).toEqual([
      { type: 'text', text: '大河西' },
      { type: 'text', text: '去，', marks: [{ type: 'strong' }] },
      { type: 'text', text: '江 River' },
    ])
  })

  it('replaces everywhere at once; a part of the head that becomes empty is absent', () => {
    const { s1, s2 } = replaceAll('江', '').records.stories
    expect(s1?.headline).toBe('水和风')
    expect(s1).not.toHaveProperty('deck')
    expect(s2?.headline).toBe('长')
    expect(JSON.stringify(s1?.body)).not.toContain('江')
  })

  it('replaces one place alone, and nothing where nothing would change', () => {
    const [, , second] = findInIssue(issue, wanted('江'))
    if (second === undefined) throw new Error('no place')
    expect(replacePlaces(issue, [second], '河')).toEqual([
      { type: 'setStory', id: 's1', changes: { headline: '江水和河风' } },
    ])
    expect(replacePlaces(issue, findInIssue(issue, wanted('江')), '江')).toEqual([])
  })
})
