import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { editorSchema, nodeType } from './editor-schema'
import { pasteBlocks } from './paste-blocks'
import { blocksOfText, inlineOf, tidyBlocks } from './pasted-blocks'
import { joinSourceLines, LINE_BREAK } from './pasted-lines'
import { readPastedStyle } from './pasted-style'
import { repairBody } from './repair-body'
import { makeTable } from './table-shape'

const block = (type: string, text: string, id = ''): Node =>
  nodeType(type).create({ id }, text === '' ? [] : editorSchema.text(text))
const shape = (blocks: readonly Node[]): readonly string[] =>
  blocks.map(
    (each) =>
      `${each.type.name} ${each.children.length > 0 && !each.isTextblock ? each.children.map((child) => child.textContent).join('|') : each.textContent}`,
  )

describe('pasted blocks', () => {
  it('have no indents, odd spaces and empty lines', () => {
    const texts = ['　　四月的江边', '\u00a0\u00a0', '', ' 本刊记者　林知夏 ', '一\u00a0二\u200b三']
    expect(shape(tidyBlocks(texts.map((text) => block('paragraph', text))))).toEqual([
      'paragraph 四月的江边',
      'paragraph 本刊记者　林知夏',
      'paragraph 一 二三',
    ])
  })

  it('are a paragraph for each wished line', () => {
    const lines = block(
      'paragraph',
      `第一行${LINE_BREAK}　　第二行${LINE_BREAK}${LINE_BREAK}第三行`,
    )
    expect(shape(tidyBlocks([lines]))).toEqual([
      'paragraph 第一行',
      'paragraph 第二行',
      'paragraph 第三行',
    ])
  })

  it('are briefs where they begin with a lead mark, those after one another in one list', () => {
    const texts = [
      '◆10月9日，渡口开航',
      '• 江边清淤',
      '正文',
      '- 减号开头',
      '-3度的清晨',
      '·无空格',
    ]
    expect(shape(tidyBlocks(texts.map((text) => block('paragraph', text))))).toEqual([
      'brief_list 10月9日，渡口开航|江边清淤',
      'paragraph 正文',
      'brief_list 减号开头',
      'paragraph -3度的清晨',
      'paragraph ·无空格',
    ])
  })

  it('have subheadings of a subheading’s length, without bold', () => {
    const bold = editorSchema.text('江水绿了', [editorSchema.mark('strong')])
    const [heading] = tidyBlocks([nodeType('subheading').create(null, bold)])
    expect(heading?.firstChild?.marks).toEqual([])
    expect(shape(tidyBlocks([block('subheading', '长'.repeat(61))]))[0]).toContain('paragraph')
  })

  it('keep marks when they are cut', () => {
    const parts = [
      editorSchema.text('　　◆ 开'),
      editorSchema.text('航 ', [editorSchema.mark('strong')]),
    ]
    const [list] = tidyBlocks([nodeType('paragraph').create(null, parts)])
    expect(list?.toString()).toBe('brief_list(brief("开", strong("航")))')
  })

  it('come from lines of text, and as a table from lines with tabs', () => {
    expect(shape(blocksOfText('　　一\r\n\r\n二\v三\n'))).toEqual([
      'paragraph 一',
      'paragraph 二',
      'paragraph 三',
    ])
    expect(blocksOfText('甲\t乙\n1\t2')[0]?.toString()).toBe(
      'table(table_row(table_cell("甲"), table_cell("乙")), table_row(table_cell("1"), table_cell("2")))',
    )
    expect(blocksOfText(' \n ')).toEqual([])
  })

  it('are one line where there is room for one', () => {
    const blocks = tidyBlocks([block('paragraph', '一'), block('paragraph', '◆二')])
    expect(inlineOf(blocks).textBetween(0, inlineOf(blocks).size)).toBe('一 二')
  })
})

describe('where they are pasted', () => {
  const into = (doc: Node, place: number, blocks: readonly Node[]): EditorState => {
    const state = EditorState.create({ doc, plugins: [repairBody] })
    const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)))
    const after = selected.apply(pasteBlocks(selected.tr, blocks))
    after.doc.check()
    return after
  }
  const body = (...blocks: readonly Node[]): Node => editorSchema.node('doc', null, blocks)

  it('a paragraph joins the text, several part it', () => {
    const one = into(body(block('paragraph', '前后', 'p')), 2, [block('paragraph', '中')])
    expect(shape(one.doc.children)).toEqual(['paragraph 前中后'])
    const two = into(body(block('paragraph', '前后', 'p')), 2, [
      block('paragraph', '一'),
      block('subheading', '题'),
    ])
    expect(shape(two.doc.children)).toEqual(['paragraph 前一', 'subheading 题', 'paragraph 后'])
  })

  it('in a caption and a cell it is one line', () => {
    const blocks = [block('paragraph', '一'), block('paragraph', '二')]
    const figure = into(body(block('figure', '图', 'f')), 2, blocks)
    expect(shape(figure.doc.children)).toEqual(['figure 图一 二'])
    const table = into(body(makeTable(1, 2)), 3, blocks)
    expect(table.doc.firstChild?.firstChild?.children.map((cell) => cell.textContent)).toEqual([
      '一 二',
      '',
    ])
  })

  it('in a table another table fills the cells', () => {
    const table = into(body(makeTable(1, 1)), 3, blocksOfText('甲\t乙\n1\t2'))
    expect(shape(table.doc.children)).toEqual(['table 甲乙|12'])
  })

  it('among briefs text is briefs', () => {
    const list = nodeType('brief_list').create({ id: 'l' }, [
      block('brief', '甲', 'a'),
      block('brief', '乙', 'b'),
    ])
    const pasted = into(body(list), 3, [block('paragraph', '一'), block('paragraph', '二')])
    expect(shape(pasted.doc.children)).toEqual(['brief_list 甲一|二|乙'])
  })

  it('a table takes the place of an empty line', () => {
    const pasted = into(body(block('paragraph', '', 'p')), 1, [makeTable(1, 1)])
    expect(pasted.doc.childCount).toBe(1)
  })
})

describe('the markup of other programs', () => {
  it('breaks its lines anywhere', () => {
    expect(joinSourceLines('新闻\n  报道', '', '')).toBe('新闻报道')
    expect(joinSourceLines('the\r\nnews', '', '')).toBe('the news')
    expect(joinSourceLines('用 Vue\n写', '', '')).toBe('用 Vue写')
    expect(joinSourceLines('\n报道', '，', '')).toBe('报道')
    expect(joinSourceLines('新闻\n', '', '“')).toBe('新闻')
  })

  it('says by styles what elements could say', () => {
    const marks = (style: string) => readPastedStyle(style).marks
    expect(marks('font-weight:700;text-decoration: underline')).toEqual(['strong', 'u'])
    expect(marks('FONT-WEIGHT: Bold; vertical-align:super')).toEqual(['strong', 'sup'])
    expect(marks('text-emphasis:filled dot')).toEqual(['em'])
    expect(marks('color:red;font-weight:400')).toEqual([])
    expect(readPastedStyle('font-weight:normal').isLight).toBe(true)
    expect(readPastedStyle('mso-list:l0 level1 lfo1').isListItem).toBe(true)
    expect(readPastedStyle('mso-list:Ignore').isLeadMark).toBe(true)
    expect(readPastedStyle('display:none').isHidden).toBe(true)
    expect(readPastedStyle('mso-outline-level:2').isHeading).toBe(true)
    expect(readPastedStyle('mso-outline-level:body-text').isHeading).toBe(false)
  })
})
