import type { Node } from 'prosemirror-model'
import { type Command, EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { editorSchema, nodeType } from './editor-schema'
import { moveBlock, putSideBySide, takeOutOfGroup } from './figure-commands'
import { repairBody } from './repair-body'

const figure = (id: string): Node => nodeType('figure').create({ id }, editorSchema.text(`图${id}`))
const paragraph = (id: string): Node =>
  nodeType('paragraph').create({ id }, editorSchema.text(`文${id}`))
const group = (...ids: readonly string[]): Node =>
  nodeType('figure_group').create({ id: 'g' }, ids.map(figure))

const start = (...blocks: readonly Node[]): EditorState =>
  EditorState.create({ doc: editorSchema.node('doc', null, blocks), plugins: [repairBody] })
const placeOf = (doc: Node, id: string): number => {
  let found = -1
  doc.descendants((node, position) => {
    if (node.attrs['id'] === id) found = position
  })
  return found
}
function run(state: EditorState, command: Command): EditorState {
  let after = state
  command(state, (tr) => {
    after = state.apply(tr)
  })
  after.doc.check()
  return after
}
/** The blocks by their ids, those of a group in brackets. */
const shape = ({ doc }: EditorState): string =>
  doc.children
    .map((block) =>
      block.type.name === 'figure_group'
        ? `[${block.children.map(({ attrs }) => String(attrs['id'])).join('')}]`
        : String(block.attrs['id']),
    )
    .join('')

describe('figures', () => {
  it('stand side by side with the picture after them, else with the one before', () => {
    const state = start(paragraph('p'), figure('a'), figure('b'), figure('c'))
    const pair = run(state, putSideBySide(placeOf(state.doc, 'a')))
    expect(shape(pair)).toBe('p[ab]c')
    expect(pair.selection).toBeInstanceOf(NodeSelection)
    expect(shape(run(pair, putSideBySide(placeOf(pair.doc, 'c'))))).toBe('p[abc]')
    const last = start(figure('a'), group('b', 'c'))
    expect(shape(run(last, putSideBySide(0)))).toBe('[abc]')
  })

  it('find no neighbour across a paragraph, nor in a full row', () => {
    const apart = start(figure('a'), paragraph('p'), figure('b'))
    expect(putSideBySide(0)(apart)).toBe(false)
    const full = start(group('1', '2', '3', '4', '5', '6'), figure('a'))
    expect(putSideBySide(placeOf(full.doc, 'a'))(full)).toBe(false)
  })

  it('leave their row; of a row of one nothing is left but the picture', () => {
    const three = start(group('a', 'b', 'c'), paragraph('p'))
    expect(shape(run(three, takeOutOfGroup(placeOf(three.doc, 'a'))))).toBe('[bc]ap')
    const two = start(group('a', 'b'))
    expect(shape(run(two, takeOutOfGroup(placeOf(two.doc, 'b'))))).toBe('ab')
    const torn = two.apply(two.tr.delete(1, 5))
    expect(shape(torn)).toBe('b')
  })

  it('move past their neighbours, with what is selected in them', () => {
    const state = start(paragraph('p'), figure('a'), paragraph('q'))
    const at = placeOf(state.doc, 'a')
    const inside = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at + 1)))
    const up = run(inside, moveBlock(-1))
    expect(shape(up)).toBe('apq')
    expect(up.selection.$head.parent.attrs['id']).toBe('a')
    expect(shape(run(inside, moveBlock(1)))).toBe('pqa')
    expect(run(up, moveBlock(-1))).toBe(up)
    const row = start(group('a', 'b'))
    const selected = row.apply(row.tr.setSelection(NodeSelection.create(row.doc, 1)))
    expect(shape(run(selected, moveBlock(1)))).toBe('[ba]')
  })

  it('have an id of their own, also as copies', () => {
    const state = start(figure('a'))
    const copied = state.apply(state.tr.insert(0, figure('a')))
    const ids = copied.doc.children.map(({ attrs }) => String(attrs['id']))
    expect(new Set(ids).size).toBe(2)
  })

  it('leave a paragraph to write in when all is gone', () => {
    const state = start(figure('a'))
    const empty = state.apply(state.tr.delete(0, state.doc.content.size))
    expect(empty.doc.firstChild?.type.name).toBe('paragraph')
  })
})
