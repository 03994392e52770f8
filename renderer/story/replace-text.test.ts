import { describe, expect, it } from 'vitest'
import { apply, type Command } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import type { Issue } from '../../engine/document/issue'
import { countInIssue, replaceInIssue } from './replace-text'

const issue: Issue = {
  format: 'banxin',
  version: 1,
  id: 'i1',
  publication: { name: '周报', publisher: '编辑部', fields: {} },
  number: 1,
  date: '2026-01-02',
  template: { id: 'weekly', version: 1 },
  sections: ['c1'],
  records: {
    sections: { c1: { id: 'c1', style: 'news', title: '一', stories: ['s1'] } },
    stories: {
      s1: {
        id: 's1',
        headline: '铁桥通了',
        kicker: '铁桥',
        status: 'draft',
        body: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              attrs: { id: 'p1' },
              content: [
                { type: 'text', text: '老铁' },
                { type: 'text', marks: [{ type: 'strong' }], text: '桥，APP' },
              ],
            },
          ],
        },
      },
    },
  },
  assets: {},
}

const run = (commands: readonly Command[]): Issue => {
  let document: Document = { issue, template: null }
  for (const command of commands) document = apply(document, command).document
  return document.issue
}

describe('find and replace', () => {
  it('counts what stands in heads and bodies, across marks and in either case', () => {
    expect(countInIssue(issue, '铁桥')).toBe(3)
    expect(countInIssue(issue, 'app', 's1')).toBe(1)
    expect(countInIssue(issue, '')).toBe(0)
  })

  it('replaces everywhere, and takes away a head part that nothing is left of', () => {
    const after = run(replaceInIssue(issue, '铁桥', '木桥')).records.stories['s1']
    expect(after?.headline).toBe('木桥通了')
    expect(JSON.stringify(after?.body)).toContain('木桥')
    expect(run(replaceInIssue(issue, '铁桥', '')).records.stories['s1']?.kicker).toBeUndefined()
    expect(replaceInIssue(issue, '没有', '有')).toEqual([])
  })
})
