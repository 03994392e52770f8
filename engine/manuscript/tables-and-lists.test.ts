import { describe, expect, it } from 'vitest'
import type { BodyNode } from '../document/story'
import { parseBody } from '../document/story-body'
import { readManuscript } from './read-manuscript'

const read = (...lines: string[]) => {
  const { sections, warnings } = readManuscript(lines.join('\n'))
  const body = sections[0]?.stories[0]?.body ?? { type: 'doc' }
  // Whatever is read is a body that an issue takes.
  parseBody(body, 's')
  return { blocks: body.content ?? [], warnings }
}
const textOf = (node: BodyNode): string => node.text ?? (node.content ?? []).map(textOf).join('')
const rowsOf = (table: BodyNode | undefined): string[][] =>
  (table?.content ?? []).map((row) => (row.content ?? []).map(textOf))
const headersOf = (table: BodyNode | undefined): unknown[][] =>
  (table?.content ?? []).map((row) => (row.content ?? []).map(({ attrs }) => attrs?.['header']))

describe('a table of a manuscript', () => {
  it('has rows between bars, headers above a row of dashes, and a title', () => {
    const { blocks, warnings } = read(
      '前文。',
      '{表：渡船时刻 | 通栏}',
      '',
      '| 班次 | **时刻** |',
      '|:--|---:|',
      '｜首班 ｜6:30｜',
      '| 末班 | 21\\|30 |',
      '后文。',
    )
    expect(warnings).toEqual([])
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'table', 'paragraph'])
    expect(blocks[1]?.attrs).toMatchObject({ caption: '渡船时刻', span: 'all' })
    expect(rowsOf(blocks[1])).toEqual([
      ['班次', '时刻'],
      ['首班', '6:30'],
      ['末班', '21|30'],
    ])
    expect(headersOf(blocks[1])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ])
  })

  it('is as wide as its longest row, and needs no header', () => {
    const { blocks } = read('| 甲 | 乙 |', '| 丙 | | 丁 |')
    expect(rowsOf(blocks[0])).toEqual([
      ['甲', '乙', ''],
      ['丙', '', '丁'],
    ])
    expect(headersOf(blocks[0]).flat()).not.toContain(true)
  })

  it('ends with a blank line; another one follows', () => {
    const { blocks } = read('| 甲 | 乙 |', '', '{表: 二}', '| 丙 | 丁 |')
    expect(blocks.map(({ attrs }) => attrs?.['caption'])).toEqual(['', '二'])
  })

  it('keeps as text, with a warning, what is no row and a title without a table', () => {
    for (const [line, where] of [
      ['| 甲', 1],
      ['|甲|', 1],
      ['{表: 时刻}', 1],
    ] as const) {
      const { blocks, warnings } = read(line, '', '正文。')
      expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph'])
      expect(warnings.map((warning) => warning.line)).toEqual([where])
    }
  })
})

describe('a list of a manuscript', () => {
  const lists = (...lines: string[]): unknown[] =>
    read(...lines).blocks.map((block) =>
      block.type === 'list'
        ? [block.attrs?.['mark'], ...(block.content ?? []).map(textOf)]
        : textOf(block),
    )

  it('has items by bullets, figures or figures in circles', () => {
    expect(lists('- 甲', '- 乙', '接乙', '', '- 丙')).toEqual([['bullet', '甲', '乙接乙', '丙']])
    expect(lists('1. 甲', '2. 乙')).toEqual([['number', '甲', '乙']])
    expect(lists('①甲', '② 乙')).toEqual([['circle', '甲', '乙']])
  })

  it('begins anew where its marks change or it is counted from one again', () => {
    expect(lists('- 甲', '1. 乙', '2. 丙', '1. 丁')).toEqual([
      ['bullet', '甲'],
      ['number', '乙', '丙'],
      ['number', '丁'],
    ])
  })

  it('leaves as it is written what would be numbered otherwise', () => {
    expect(lists('3. 甲')).toEqual(['3. 甲'])
    expect(lists('1. 甲', '3. 乙')).toEqual([['number', '甲'], '3. 乙'])
    expect(lists('1. 甲', '', '中间', '', '2. 乙')).toEqual([['number', '甲'], '中间', '2. 乙'])
    expect(lists('3.5公里', '-5℃')).toEqual(['3.5公里-5℃'])
  })
})

describe('a picture beside the text', () => {
  const readFigure = (line: string) => {
    const { sections, warnings } = readManuscript(line)
    return { attrs: sections[0]?.stories[0]?.body.content?.[0]?.attrs, warnings }
  }

  it('takes its side and its width', () => {
    const { attrs, warnings } = readFigure('![灯](lamp.jpg){居右 | 宽度: 37.5%}')
    expect(warnings).toEqual([])
    expect(attrs).toMatchObject({ place: 'right', share: 375 })
  })

  it('says so where it would be too wide', () => {
    const { attrs, warnings } = readFigure('![灯](lamp.jpg){居左 | 宽度: 95%}')
    expect(attrs).toMatchObject({ place: 'left' })
    expect(warnings).toHaveLength(1)
  })
})
