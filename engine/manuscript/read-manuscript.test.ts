import { describe, expect, it } from 'vitest'
import type { BodyNode } from '../document/story'
import { readManuscript } from './read-manuscript'
import { joinLines } from './source-line'

const read = (...lines: string[]): ReturnType<typeof readManuscript> =>
  readManuscript(lines.join('\n'))

/** The body of the one story of a text. */
const bodyOf = (...lines: string[]): readonly BodyNode[] =>
  read(...lines).sections[0]?.stories[0]?.body.content ?? []

const textOf = (node: BodyNode): string => node.text ?? (node.content ?? []).map(textOf).join('')

describe('readManuscript', () => {
  it('reads sections, stories and their heads', () => {
    const { sections, warnings } = read(
      '# 江岸新闻',
      '## 老码头的灯又亮了',
      '',
      '引题：春汛之前',
      'deck: 三十七盏铸铁灯',
      '署名：周小满',
      '',
      '灯亮了。',
      '### 一盏灯',
      '## 第二篇 \\# 号',
      '没有头部。',
      '# 一周动态',
      '◆甲',
    )
    expect(warnings).toEqual([])
    expect(sections.map(({ title, stories }) => [title, stories.length])).toEqual([
      ['江岸新闻', 2],
      ['一周动态', 1],
    ])
    expect(sections[0]?.stories[0]).toMatchObject({
      headline: '老码头的灯又亮了',
      kicker: '春汛之前',
      deck: '三十七盏铸铁灯',
      byline: '周小满',
      body: { content: [{ type: 'paragraph' }, { type: 'subheading' }] },
    })
    expect(sections[0]?.stories[1]?.headline).toBe('第二篇 # 号')
    expect(sections[1]?.stories[0]?.headline).toBe('')
  })

  it('reads subheadings of three levels', () => {
    const { sections, warnings } = read('## 题', '### 一、甲', '#### （一）乙', '##### 1.丙')
    expect(warnings).toEqual([])
    expect(sections[0]?.stories[0]?.body.content).toMatchObject(
      [1, 2, 3].map((level) => ({ type: 'subheading', attrs: { level } })),
    )
  })

  it('reads the slot of a story among the lines under its headline', () => {
    const { sections, warnings } = read('# 一', '## 二', '版位：头条', '署名：甲', '', '文')
    expect(warnings).toEqual([])
    expect(sections[0]?.stories[0]).toMatchObject({ slot: '头条', byline: '甲' })
    expect(read('# 一', '## 二', 'slot: lead', '文').sections[0]?.stories[0]?.slot).toBe('lead')
  })

  it('takes head lines only right under the headline, and each once', () => {
    const { sections, warnings } = read('# 一', '## 二', '署名：甲', '署名：乙', '引题：丙')
    const story = sections[0]?.stories[0]
    expect(story?.byline).toBe('甲')
    expect(story?.kicker).toBeUndefined()
    expect(story?.body.content?.map(textOf)).toEqual(['署名：乙引题：丙'])
    expect(warnings.map(({ line }) => line)).toEqual([4])
  })

  it('says of marks in a head that it bears none', () => {
    const { sections, warnings } = read('# 甲', '## [程望]{专名}归来', '副题：一*座*桥', '', '文。')
    expect(sections[0]?.stories[0]).toMatchObject({
      headline: '[程望]{专名}归来',
      deck: '一*座*桥',
    })
    expect(warnings.map(({ line }) => line)).toEqual([2, 3])
  })

  it('joins the lines of a paragraph as their script asks', () => {
    const [first, second, third, fourth] = bodyOf(
      '三月的第一个周末，',
      '老码头的灯亮了，“灯”',
      '“船”都在。',
      '',
      '　　The lamps of the “old',
      'quay” are lit',
      '',
      '用 Word',
      '写成  两格',
      '',
      'In 2024',
      '100 lamps',
    )
    expect([first, second, third, fourth].map((node) => textOf(node ?? { type: '' }))).toEqual([
      '三月的第一个周末，老码头的灯亮了，“灯”“船”都在。',
      'The lamps of the “old quay” are lit',
      '用 Word写成  两格',
      'In 2024 100 lamps',
    ])
  })

  it('keeps tabs within a line, and none at its ends', () => {
    const [programme] = bodyOf('# 甲', '## 乙', '', '\t一、合唱\t城北中学\t3\t')
    expect(programme === undefined ? '' : textOf(programme)).toBe('一、合唱\t城北中学\t3')
  })

  it('gathers briefs that follow one another and numbers all blocks', () => {
    const blocks = bodyOf(
      '◆ 甲',
      '续甲',
      '',
      '◆乙',
      '{qr: https://example.org | 扫**码**看}',
      '◆丙',
    )
    expect(blocks).toEqual([
      {
        type: 'brief_list',
        attrs: { id: 'b1' },
        content: [
          { type: 'brief', attrs: { id: 'b2' }, content: [{ type: 'text', text: '甲续甲' }] },
          { type: 'brief', attrs: { id: 'b3' }, content: [{ type: 'text', text: '乙' }] },
        ],
      },
      {
        type: 'qr_code',
        attrs: { id: 'b4', data: 'https://example.org' },
        content: [
          { type: 'text', text: '扫' },
          { type: 'text', text: '码', marks: [{ type: 'strong' }] },
          { type: 'text', text: '看' },
        ],
      },
      {
        type: 'brief_list',
        attrs: { id: 'b5' },
        content: [{ type: 'brief', attrs: { id: 'b6' }, content: [{ type: 'text', text: '丙' }] }],
      },
    ])
  })

  it('keeps a QR code of more than 600 bytes as text, and says so', () => {
    const { warnings } = read(`{qr: ${'码'.repeat(200)}}`, `{qr: ${'码'.repeat(201)}}`)
    expect(warnings).toMatchObject([{ line: 2, what: { en: /600 bytes/ } }])
  })

  it('gathers briefs and odd lines by the ten thousand', () => {
    const briefs = Array.from({ length: 150_000 }, (_, index) => `◆ ${String(index)}**`)
    const { sections, warnings } = readManuscript(briefs.join('\n'))
    expect(warnings).toHaveLength(150_000)
    expect(sections[0]?.stories[0]?.body.content?.[0]?.content).toHaveLength(150_000)
  })

  it.each([
    ['![灯](a.jpg)', {}, '灯'],
    ['![灯](a.jpg){署名: 张三 摄 | 通栏}', { span: 'all', credit: '张三 摄' }, '灯'],
    [
      '![](a.jpg) {credit: A \\| B｜alt：两盏灯 | span: column | 栏顶}',
      { span: 'column', place: 'top', credit: 'A | B', alt: '两盏灯' },
      '',
    ],
    [
      '![灯[1](注)](a.jpg){栏宽：通栏 | 位置: bottom}',
      { span: 'all', place: 'bottom' },
      '灯[1](注)',
    ],
    ['![灯](a.jpg){焦点: 50%, 30%}', { focus: { x: 500, y: 300 } }, '灯'],
    ['![灯](a.jpg){Focus：0％，99.5％ | 单栏}', { focus: { x: 0, y: 995 }, span: 'column' }, '灯'],
    [
      '![灯](a.jpg){固定: 版2，栏1-2，行10，高14}',
      { pin: { page: 2, column: 1, columns: 2, line: 10, lines: 14 } },
      '灯',
    ],
    [
      '![灯](a.jpg){pin: page 3, column 2, line bottom, height 9}',
      { pin: { page: 3, column: 2, columns: 1, line: 'bottom', lines: 9 } },
      '灯',
    ],
    [
      '![灯](a.jpg){固定: 版2，行顶，栏 1 - 3，高20 | 单栏}',
      { pin: { page: 2, column: 1, columns: 3, line: 'top', lines: 20 }, span: 'column' },
      '灯',
    ],
    ['![灯](a.jpg){固定: 版2，栏1，行5}', {}, '灯 {固定: 版2，栏1，行5}'],
    ['![灯](a.jpg){固定: 版0，栏1，行5，高9}', {}, '灯 {固定: 版0，栏1，行5，高9}'],
    ['![灯](a.jpg){固定: 版1，栏2-1，行5，高9}', {}, '灯 {固定: 版1，栏2-1，行5，高9}'],
    ['![灯](a.jpg){固定: 版1，版2，栏1，行5，高9}', {}, '灯 {固定: 版1，版2，栏1，行5，高9}'],
    ['![灯](a.jpg){焦点: 50%, 101% | 焦点: 左}', {}, '灯 {焦点: 50%, 101% | 焦点: 左}'],
    ['![灯](a.jpg){2栏}', {}, '灯 {2栏}'],
    ['![灯](a.jpg){通栏 | 单栏 | 尺寸: 大}', { span: 'all' }, '灯 {单栏 | 尺寸: 大}'],
  ])('reads the figure %s', (line, attrs, caption) => {
    const [figure] = bodyOf(line)
    expect(figure?.type).toBe('figure')
    expect(figure?.attrs).toEqual({ id: 'b1', asset: 'a.jpg', ...attrs })
    expect(textOf(figure ?? { type: '' })).toBe(caption)
  })

  it('takes file names as they are, and lists them with their lines', () => {
    const { photos } = read(
      '# 一',
      '![甲](照片 (1).JPG)',
      '',
      '![乙](图/二.png)',
      '![丙](照片 (1).JPG)',
    )
    expect(photos).toEqual([
      { name: '照片 (1).JPG', line: 2 },
      { name: '图/二.png', line: 4 },
      { name: '照片 (1).JPG', line: 5 },
    ])
  })

  it('reads pull quotes', () => {
    const blocks = bodyOf('> 灯亮着，', '> 船就认得家。', '', '>另一句', '不在其中')
    expect(blocks.map((node) => [node.type, textOf(node)])).toEqual([
      ['pull_quote', '灯亮着，船就认得家。'],
      ['pull_quote', '另一句'],
      ['paragraph', '不在其中'],
    ])
  })

  it.each([
    '#江岸话题#',
    '###### 六级',
    '##',
    '◆',
    '>',
    '![灯](a.jpg) 后文',
    '![灯]()',
    '![灯',
    '{qr: | 空}',
    '{qr: a | b | c}',
    '{江岸}',
    '---',
    '```js',
  ])('keeps %s as text, with a warning', (line) => {
    const { sections, warnings } = read('# 一', '', line)
    expect(sections[0]?.stories[0]?.body.content?.map(textOf)).toEqual([line])
    expect(warnings[0]?.line).toBe(3)
  })

  it.each(['\\# 一', '\\◆一', '\\> 一', '\\{qr: a | b}', '!\\[一](二.jpg)', '\\---'])(
    'takes %s as text without a word',
    (line) => {
      const { sections, warnings } = read(line)
      expect(sections[0]?.stories[0]?.body.content?.map(textOf)).toEqual([line.replace('\\', '')])
      expect(warnings).toEqual([])
    },
  )

  it('reads front matter', () => {
    const { details, warnings, sections } = read(
      '---',
      '刊名：江岸周报',
      'Publisher: 江岸印务合作社',
      '期号: 第12期',
      '总期号: 212',
      '日期: 2026年3月6日',
      '',
      '声明：内部资料 免费交流',
      '电话：',
      '印数: 500 份',
      '---',
      '# 一',
    )
    expect(details).toEqual({
      name: '江岸周报',
      publisher: '江岸印务合作社',
      number: 12,
      totalNumber: 212,
      date: '2026-03-06',
      notice: '内部资料 免费交流',
      fields: { 印数: '500 份' },
    })
    expect(warnings).toEqual([])
    expect(sections.map(({ title }) => title)).toEqual(['一'])
  })

  it('keeps what front matter cannot place', () => {
    const { details, warnings } = read(
      '---',
      '期号: 十二',
      '日期: 2026-02-30',
      '编辑: 甲',
      '编辑: 乙',
      '---',
      '文',
    )
    expect(details).toEqual({
      editor: '甲',
      fields: { 期号: '十二', 日期: '2026-02-30', 编辑: '乙' },
    })
    expect(warnings.map(({ line }) => line)).toEqual([2, 3, 5])
  })

  it.each([
    [['---', '刊名: 甲', '没有结束']],
    [['---', '这是一句话', '---']],
    [['---', '__proto__：甲', '---']],
  ])('leaves a beginning that is no front matter as text: %j', (lines) => {
    const { details, warnings, sections } = read(...lines)
    expect(details).toEqual({})
    expect(warnings[0]?.line).toBe(1)
    expect(sections[0]?.stories[0]?.body.content?.map(textOf)).toEqual([joinLines(lines)])
  })

  it('reads any line ending, and a byte order mark, alike', () => {
    const text = '---\n刊名: 甲\n---\n# 一\n\n## 二\n文\n字\n\n◆丙'
    const expected = readManuscript(text)
    expect(readManuscript(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(expected)
    expect(readManuscript(text.replaceAll('\n', '\r'))).toEqual(expected)
  })

  it.each([
    ['', 'manuscript-empty'],
    ['---\n刊名: 甲\n---\n\n', 'manuscript-empty'],
    ['PK\u0003\u0004\0\0', 'manuscript-not-text'],
    ['一'.repeat(4 * 1024 * 1024 + 1), 'manuscript-too-long'],
  ])('refuses what is no manuscript', (text, code) => {
    expect(() => readManuscript(text)).toThrowError(expect.objectContaining({ code }))
  })
})
