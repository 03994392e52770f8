import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Asset } from '../document/asset'
import { canonicalJson } from '../document/canonical-json'
import { WHOLE_PICTURE } from '../document/picture-crop'
import type { BodyNode } from '../document/story'
import { type IssueOptions, manuscriptToIssue } from './manuscript-to-issue'
import { readManuscript } from './read-manuscript'

const asset = (name: string, digit: string): Asset => ({
  id: digit.repeat(64),
  mediaType: 'image/jpeg',
  width: 1600,
  height: 1200,
  name,
})

const options: IssueOptions = {
  id: 'riverside-12',
  template: { id: 'weekly', version: 1 },
  details: { name: '江岸周报', publisher: '江岸印务合作社', number: 12, date: '2026-03-06' },
  sectionStyleFor: ({ title }) => (title === '一周动态' ? 'briefs' : 'news'),
  photos: new Map([
    ['photo-1.jpg', asset('photo-1.jpg', 'a')],
    ['photo-2.jpg', asset('photo-2.jpg', 'b')],
  ]),
}

const textOf = (node: BodyNode): string => node.text ?? (node.content ?? []).map(textOf).join('')

describe('manuscriptToIssue', () => {
  it('names sections and stories by their places', () => {
    const manuscript = readManuscript('# 一\n## 甲\n文\n## 乙\n文\n# 一周动态\n◆丙')
    const { sections, records } = manuscriptToIssue(manuscript, options)
    expect(sections).toEqual(['s1', 's2'])
    expect(Object.values(records.sections)).toEqual([
      { id: 's1', style: 'news', title: '一', stories: ['s1-1', 's1-2'] },
      { id: 's2', style: 'briefs', title: '一周动态', stories: ['s2-1'] },
    ])
    expect(records.stories['s1-2']).toMatchObject({ headline: '乙', status: 'draft' })
  })

  it('shows photos by their assets, and takes only those that are used', () => {
    const issue = manuscriptToIssue(readManuscript('![灯](photo-2.jpg){通栏}'), options)
    expect(Object.keys(issue.assets)).toEqual(['b'.repeat(64)])
    expect(issue.records.stories['s1-1']?.body.content?.[0]?.attrs).toEqual({
      id: 'b1',
      asset: 'b'.repeat(64),
      credit: '',
      alt: '',
      span: 'all',
      place: 'top',
      share: 450,
      outline: null,
      crop: WHOLE_PICTURE,
      focus: null,
      pin: null,
    })
  })

  it('names a photo that is missing and its line', () => {
    const manuscript = readManuscript('# 一\n\n![灯](lamp.jpg)')
    expect(() => manuscriptToIssue(manuscript, options)).toThrow(
      'The picture asked for in line 3 cannot be found (lamp.jpg)',
    )
  })

  it('says which detail is missing and where to write it', () => {
    const details = { name: '江岸周报', publisher: '江岸印务合作社', number: 12 }
    expect(() => manuscriptToIssue(readManuscript('文'), { ...options, details })).toThrow(
      'It lacks the date of the issue. Write “date: 2026-03-06” at the top of the manuscript',
    )
  })

  it('puts details and further fields where an issue keeps them', () => {
    const manuscript = readManuscript('---\n总期号: 212\n编辑: 周小满\n印数: 500 份\n---\n文')
    const details = { ...options.details, ...manuscript.details }
    const issue = manuscriptToIssue(manuscript, { ...options, details })
    expect(issue.totalNumber).toBe(212)
    expect(issue.publication).toEqual({
      name: '江岸周报',
      publisher: '江岸印务合作社',
      editor: '周小满',
      fields: { 印数: '500 份' },
    })
  })
})

const anyText = fc
  .array(
    fc.constantFrom(
      ...[
        '# ',
        '## ',
        '### ',
        '◆',
        '> ',
        '\n',
        '\n\n',
        '**',
        '*',
        '\\',
        '[',
        ']',
        '字',
        '江岸',
        ' ',
      ],
      ...[
        '](https://example.org)',
        '![图](a.jpg)',
        '{通栏|署名:甲}',
        '{qr: x | y}',
        '引题：',
        '\ud840',
      ],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => `文${pieces.join('')}`)

it('makes an issue of whatever reads as a manuscript', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const manuscript = readManuscript(text)
      const photos = new Map(manuscript.photos.map(({ name }) => [name, asset(name, 'c')]))
      const issue = manuscriptToIssue(manuscript, { ...options, photos })
      expect(Object.keys(issue.records.sections)).toHaveLength(manuscript.sections.length)
    }),
    { numRuns: 1_000 },
  )
})

const seed = new URL('../../../shared/seeds/000-manuscript.md', import.meta.url)

describe.skipIf(!existsSync(seed))('the printed issue ../shared/seeds/000-manuscript.md', () => {
  const source = existsSync(seed) ? readFileSync(seed, 'utf8') : '缺'
  const manuscript = readManuscript(source)
  const issue = manuscriptToIssue(manuscript, options)
  const bodies = Object.values(issue.records.stories).map(({ body }) => body)

  it('reads without a warning into its sections and stories', () => {
    expect(manuscript.warnings).toEqual([])
    const outline = Object.values(issue.records.sections).map(({ title, style, stories }) => [
      title,
      style,
      ...stories.map((id) => issue.records.stories[id]?.headline),
    ])
    expect(outline).toEqual([
      ['渝工铸魂', 'news', '重庆市职工半程马拉松比赛暨成渝地区双城经济圈邀请赛顺利举行'],
      ['渝工建功', 'news', '2024年川渝天然气(页岩气)行业职工劳动和技能竞赛举办'],
      ['一周动态', 'briefs', ''],
      ['渝工暖心', 'news', '“工会号移动体检车”为新就业形态劳动者健康保驾护航'],
    ])
  })

  it('has its blocks in order', () => {
    const types = bodies.map(({ content = [] }) => content.map(({ type }) => type).join(' '))
    expect(types).toEqual([
      'paragraph paragraph paragraph figure paragraph paragraph paragraph',
      'paragraph paragraph paragraph figure paragraph paragraph',
      'brief_list qr_code',
      'paragraph paragraph paragraph',
    ])
    expect(bodies[2]?.content?.[0]?.content).toHaveLength(12)
    expect(bodies[2]?.content?.[1]?.attrs?.['data']).toBe('https://example.org/subsidy')
    expect(Object.values(issue.assets).map(({ name }) => name)).toEqual([
      'photo-1.jpg',
      'photo-2.jpg',
    ])
  })

  it('passes its text through exactly', () => {
    const written = source
      .replace(/^#+ .*$/gm, '')
      .replace(/^!\[(.*)\]\(.*\)$/gm, '$1')
      .replace(/^\{qr: .* \| (.*)\}$/gm, '$1')
      .replace(/^◆/gm, '')
      .replaceAll('\n', '')
    expect(bodies.map(textOf).join('')).toBe(written)
  })

  it('gives the same issue each time', () => {
    const again = manuscriptToIssue(readManuscript(source), options)
    expect(canonicalJson(again)).toBe(canonicalJson(issue))
  })
})
