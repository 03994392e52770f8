import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInline } from './inline'

/** Text nodes as one string: `strong{重}庆`. */
function show(text: string): string {
  return readInline(text)
    .nodes.map(({ text: content = '', marks = [] }) =>
      marks.reduceRight((inner, { type, attrs }) => {
        const said = attrs === undefined ? '' : `=${Object.values(attrs).join(' ')}`
        return `${type}${said}{${inner}}`
      }, content),
    )
    .join('')
}

describe('readInline', () => {
  it.each([
    ['江岸的**灯**亮了', '江岸的strong{灯}亮了'],
    ['说**“重要”**的', '说strong{“重要”}的'],
    ['*灯*与**船**', 'emphasis_dots{灯}与strong{船}'],
    ['**江*岸*周**', 'strong{江}strong{emphasis_dots{岸}}strong{周}'],
    ['***江岸***', 'strong{emphasis_dots{江岸}}'],
    ['**江*岸**周*', 'strong{江}strong{emphasis_dots{岸}}emphasis_dots{周}'],
    ['见[日志](https://example.org/a?b=c)。', '见link=https://example.org/a?b=c{日志}。'],
    [
      '[**日**志](mailto:a@example.org)',
      'strong{link=mailto:a@example.org{日}}link=mailto:a@example.org{志}',
    ],
    ['\\*江\\*\\[岸\\]\\\\', '*江*[岸]\\'],
    ['C:\\temp\\图', 'C:\\temp\\图'],
    ['13****5678', '13****5678'],
    ['3 * 4 * 5', '3 * 4 * 5'],
    ['[注]江岸[1]', '[注]江岸[1]'],
    ['图](https://example.org)', '图](https://example.org)'],
    [
      '[程望]{专名}[顾小满]{name}写[灯下笔记]{书名}',
      'proper_name=m0{程望}proper_name=m3{顾小满}写book_title=m7{灯下笔记}',
    ],
    ['[岚江]{注音: lán jiāng}', 'ruby=m0 lán jiāng{岚江}'],
    ['[岚江]{ruby：lán jiāng | 专名}', 'ruby=m0 lán jiāng{proper_name=m0{岚江}}'],
    ['[**岚**江]{拼音: lán\\}}', 'strong{ruby=m0 lán}{岚}}ruby=m0 lán}{江}'],
    ['H[2]{基线: -0.15}O', 'Hbaseline_shift=-150{2}O'],
    ['m[2]{上标}、CO[2]{sub}', 'msuperscript{2}、COsubscript{2}'],
    ['[急]{下划线 | 上标}', 'underline{superscript{急}}'],
    ['\\[注]{专名}', '[注]{专名}'],
  ])('reads %s as %s', (text, shown) => {
    expect(show(text)).toBe(shown)
    expect(readInline(text).warnings).toHaveLength(text === '3 * 4 * 5' ? 1 : 0)
  })

  it.each([
    ['**江岸'],
    ['江岸*'],
    ['** 江岸 **'],
    ['[日志](javascript:alert)'],
    ['[](https://example.org)'],
    ['![图](图.jpg)'],
    ['[注]{其他}'],
    ['[岚江]{注音}'],
    ['[岚江]{专名: 江}'],
    ['[岚江]{专名 | 书名}'],
    ['[岚江]{专名 | 下划线}'],
    ['[2]{上标 | 下标}'],
    ['[2]{上标: 2}'],
    ['[岚江]{注音: }'],
    [`[岚江]{注音: ${'江'.repeat(41)}}`],
    ['[岚江]{基线: 0.6}'],
    ['[岚江]{基线: 0}'],
    ['[]{专名}'],
  ])('keeps %s as text, with a warning', (text) => {
    expect(show(text)).toBe(text)
    expect(readInline(text).warnings).toHaveLength(1)
  })

  it('loses no text', () => {
    const part = fc.constantFrom(
      '*',
      '**',
      '[',
      ']',
      '](',
      ']{专名}',
      ']{注音: x}',
      ')',
      'https://x.org',
      '\\',
      ' ',
      '江',
      '岸',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        const { nodes } = readInline(text)
        const kept = nodes.map((node) => (node.text ?? '') + (hrefOf(node.marks) ?? '')).join('')
        const han = (all: string): string => all.replace(/[^江岸]/g, '')
        expect(han(kept)).toBe(han(text))
        expect(nodes.every(({ text: content }) => content !== '')).toBe(true)
        if (!text.includes('\\')) {
          const spans = nodes.filter(({ marks }) => marks?.some(({ attrs }) => attrs)).length
          const plain = (all: string): string => all.replace(/\*/g, '')
          if (spans === 0) expect(plain(kept)).toBe(plain(text))
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('takes time in proportion to the text', () => {
    for (const part of ['[', '](', ']{', '[]{', '[](', '*', '* ', '**', '\\', '](a']) {
      expect(readInline(part.repeat(50_000)).nodes.length).toBeGreaterThan(0)
    }
  })
})

function hrefOf(
  marks: ReturnType<typeof readInline>['nodes'][number]['marks'],
): string | number | undefined {
  return marks?.find(({ type }) => type === 'link')?.attrs?.['href']
}
