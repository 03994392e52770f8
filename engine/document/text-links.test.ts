import { describe, expect, it } from 'vitest'
import type { Issue } from './issue'
import type { BodyNode } from './story'
import { linksOf } from './text-links'

const text = (said: string, href?: string): BodyNode => ({
  type: 'text',
  text: said,
  ...(href === undefined ? {} : { marks: [{ type: 'strong' }, { type: 'link', attrs: { href } }] }),
})

const block = (type: string, id: string, content: readonly BodyNode[], data = ''): BodyNode => ({
  type,
  attrs: { id, ...(type === 'qr_code' ? { data } : {}) },
  content,
})

function issueOf(content: readonly BodyNode[]): Pick<Issue, 'records'> {
  const story = { id: 's1', headline: '', body: { type: 'doc', content }, status: 'draft' } as const
  return { records: { sections: {}, stories: { s1: story } } }
}

describe('linksOf', () => {
  it('finds marked text by its place in its block, however deep that lies', () => {
    const brief = block('brief', 'b1', [text('详见'), text('江城网', 'https://example.org/a')])
    expect(linksOf(issueOf([block('brief_list', 'l1', [brief])]))).toEqual([
      { storyId: 's1', blockId: 'b1', from: 2, to: 5, href: 'https://example.org/a' },
    ])
  })

  it('takes the whole of a QR code, where what it says is an address', () => {
    const lines = [text('扫码'), text('看详情')]
    const codes = [
      block('qr_code', 'q1', lines, 'https://example.org/q'),
      block('qr_code', 'q2', lines, '取号机 3 号'),
      block('qr_code', 'q3', lines, 'javascript:alert(1)'),
    ]
    expect(linksOf(issueOf(codes))).toEqual([
      { storyId: 's1', blockId: 'q1', from: 0, to: 5, href: 'https://example.org/q' },
    ])
  })
})
