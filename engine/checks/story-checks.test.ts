import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ISSUE_VERSION, type Issue } from '../document/issue'
import { parseJson } from '../document/json'
import { explain } from '../document/message'
import type { BodyNode, Story } from '../document/story'
import { parseTemplate } from '../document/template'
import { checkAlternativeTexts } from './alternative-text'
import { blocksPrint } from './check-issue'
import { checkEmptyIssue } from './empty-issue'
import { checkQrAddresses } from './qr-address'
import { checkRubyLeading } from './ruby-leading'

const PICTURE = 'a'.repeat(64)
const figure = (id: string, alt?: string, asset = PICTURE): BodyNode => ({
  type: 'figure',
  attrs: { id, asset, ...(alt === undefined ? {} : { alt }) },
})
const code = (id: string, data?: string): BodyNode => ({
  type: 'qr_code',
  attrs: { id, ...(data === undefined ? {} : { data }) },
  content: [{ type: 'text', text: '扫一扫' }],
})
const group = (id: string, ...content: readonly BodyNode[]): BodyNode => ({
  type: 'figure_group',
  attrs: { id },
  content,
})

/** An issue of stories `s0`, `s1`…, which are printed last to first. */
function issueOf(...bodies: readonly (readonly BodyNode[])[]): Issue {
  const stories = bodies.map((content, index): Story => ({
    id: `s${String(index)}`,
    headline: '第一篇稿件的标题，长得在检查清单里写不下',
    body: { type: 'doc', content },
    status: 'draft',
  }))
  const ids = stories.map(({ id }) => id)
  return {
    format: 'banxin',
    version: ISSUE_VERSION,
    id: 'i1',
    publication: { name: '试排周报', publisher: '试排编辑部', fields: {} },
    number: 1,
    date: '2026-01-02',
    template: { id: 'weekly', version: 1 },
    sections: ['c1'],
    records: {
      sections: { c1: { id: 'c1', style: 'news', title: '要闻', stories: ids.toReversed() } },
      stories: Object.fromEntries(stories.map((story) => [story.id, story])),
    },
    assets: {
      [PICTURE]: { id: PICTURE, mediaType: 'image/jpeg', width: 3000, height: 2000, name: 'p.jpg' },
    },
  }
}

describe('checkQrAddresses', () => {
  it('stops a print with a code that leads nowhere, at its block', () => {
    const findings = checkQrAddresses(
      issueOf([code('q1', 'https://a.org'), code('q2', ''), code('q3', ' \t'), code('q4')]),
    )
    expect(blocksPrint(findings)).toBe(true)
    expect(findings.map(({ storyId, blockId }) => [storyId, blockId])).toEqual([
      ['s0', 'q2'],
      ['s0', 'q3'],
      ['s0', 'q4'],
    ])
    expect(findings[0]).toMatchObject({ code: 'qr-without-address', severity: 'error' })
    expect(findings.map(({ explanation }) => explain(explanation, 'zh'))[0]).toBe(
      '二维码没有填网址（第一篇稿件的标题，长得在检查清单…）。请填上网址，或删去这个二维码。',
    )
  })
})

describe('checkAlternativeTexts', () => {
  it('counts what lacks it story by story, and leads to the first, in the order of the print', () => {
    const findings = checkAlternativeTexts(
      issueOf(
        [figure('f0', '堤'), figure('f1'), group('g', figure('f2', '江'), figure('f3', ' '))],
        [group('g', figure('f4', ''))],
        [figure('f5', '船')],
      ),
    )
    expect(findings).toMatchObject([
      { code: 'alternative-text-missing', severity: 'note', storyId: 's1', blockId: 'f4' },
      { code: 'alternative-text-missing', severity: 'note', storyId: 's0', blockId: 'f1' },
    ])
    expect(findings.map(({ explanation }) => explanation.what)).toEqual([
      { zh: '有 1 张图片没有替代文字', en: '1 picture has no alternative text' },
      { zh: '有 2 张图片没有替代文字', en: '2 pictures have no alternative text' },
    ])
  })

  it('asks nothing of figures that have no picture yet', () => {
    expect(checkAlternativeTexts(issueOf([figure('f0', '', '')]))).toEqual([])
  })
})

describe('checkEmptyIssue', () => {
  it('warns of an issue without any story', () => {
    expect(checkEmptyIssue(issueOf([]))).toEqual([])
    const findings = checkEmptyIssue(issueOf())
    expect(findings).toMatchObject([{ code: 'issue-empty', severity: 'warning' }])
    expect(findings[0]?.explanation.what.zh).toBe('本期还没有稿件')
    expect(blocksPrint(findings)).toBe(false)
  })
})

describe('checkRubyLeading', () => {
  const read = (name: string) =>
    parseTemplate(
      parseJson(
        readFileSync(new URL(`../../templates/${name}/template.json`, import.meta.url), 'utf8'),
        '',
      ),
    )
  const ruby = { type: 'ruby', attrs: { id: 'm1', text: 'huái yǔ' } }
  const text = (id: string, marks: BodyNode['marks'] = []): BodyNode => ({
    type: 'paragraph',
    attrs: { id },
    content: [{ type: 'text', text: '槐屿', marks }],
  })

  it('names the first text with a ruby where lines stand close', () => {
    const findings = checkRubyLeading(issueOf([text('p1'), text('p2', [ruby])]), read('newspaper'))
    expect(findings.map(({ code, blockId }) => [code, blockId])).toEqual([['ruby-leading', 'p2']])
  })

  it('says nothing where there is room, or no ruby', () => {
    expect(checkRubyLeading(issueOf([text('p1', [ruby])]), read('weekly'))).toEqual([])
    expect(checkRubyLeading(issueOf([text('p1')]), read('newspaper'))).toEqual([])
  })
})
