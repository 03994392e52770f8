import type { Node } from 'prosemirror-model'
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { blockCommand } from './block-commands'
import { editorSchema, nodeType } from './editor-schema'
import { leaveList, listKind, type ListKind, toggleList } from './list-commands'
import { pasteBlocks } from './paste-blocks'
import { repairBody } from './repair-body'

const paragraph = (id: string, text = `文${id}`): Node =>
  nodeType('paragraph').create({ id }, text === '' ? [] : editorSchema.text(text))

/** A state with paragraphs, the selection from one of their texts to another. */
function start(ids: readonly string[], from: string, to = from): EditorState {
  const doc = editorSchema.node(
    'doc',
    null,
    ids.map((id) => paragraph(id)),
  )
  const state = EditorState.create({ doc, plugins: [repairBody] })
  return select(state, from, to)
}
function select(state: EditorState, from: string, to = from): EditorState {
  const place = (id: string): number => {
    let found = -1
    state.doc.descendants((node, position) => {
      if (node.isTextblock && node.attrs['id'] === id) found = position + 1
    })
    return found
  }
  const { tr, doc } = state
  return state.apply(tr.setSelection(TextSelection.create(doc, place(from), place(to) + 1)))
}
function run(state: EditorState, command: Command): EditorState {
  let after = state
  command(state, (tr) => {
    after = state.apply(tr)
  })
  after.doc.check()
  return after
}
const shape = ({ doc }: EditorState): string[] =>
  doc.children.map(({ type, attrs, children, isTextblock }) =>
    isTextblock
      ? `${type.name} ${String(attrs['id'])}`
      : `${type.name}${'mark' in attrs ? ` ${String(attrs['mark'])}` : ''}: ${children
          .map((item) => `${item.type.name} ${String(item.attrs['id'])}`)
          .join(', ')}`,
  )

const KINDS: readonly ListKind[] = ['briefs', 'bullet', 'number', 'circle']

describe('toggleList', () => {
  it.each(KINDS)('makes %s of paragraphs and paragraphs of them, whose ids stay', (kind) => {
    const before = start(['a', 'b', 'c'], 'a', 'b')
    const listed = run(before, toggleList(kind))
    expect(listKind(listed)).toBe(kind)
    expect(listed.doc.childCount).toBe(2)
    expect(listed.selection.$from.parent.attrs['id']).toBe('a')
    expect(shape(run(listed, toggleList(kind)))).toEqual([
      'paragraph a',
      'paragraph b',
      'paragraph c',
    ])
  })

  it('turns a list of one kind into another in its place', () => {
    let state = run(start(['a', 'b'], 'a', 'b'), toggleList('bullet'))
    const id: unknown = state.doc.firstChild?.attrs['id']
    for (const kind of [...KINDS, ...KINDS]) {
      if (listKind(state) === kind) continue
      state = run(select(state, 'b'), toggleList(kind))
      expect(listKind(state)).toBe(kind)
      expect(state.doc.firstChild?.attrs['id']).toBe(id)
      expect(state.selection.$from.parent.textContent).toBe('文b')
    }
  })

  it('leaves what is more than text alone', () => {
    const figure = nodeType('figure').create({ id: 'f' })
    const doc = editorSchema.node('doc', null, [figure])
    const state = EditorState.create({ doc })
    expect(toggleList('number')(state)).toBe(false)
  })

  it('gives way to a subheading', () => {
    const listed = run(start(['a', 'b'], 'a'), toggleList('number'))
    expect(shape(run(listed, blockCommand('subheading')))).toEqual(['subheading a', 'paragraph b'])
  })
})

describe('leaveList', () => {
  it('goes on after the list from an empty last item', () => {
    const listed = run(start(['a', 'b'], 'a', 'b'), toggleList('circle'))
    const item = nodeType('list_item').create({ id: 'c' })
    const end = (listed.doc.firstChild?.nodeSize ?? 0) - 1
    const tr = listed.tr.insert(end, item)
    const longer = listed.apply(tr.setSelection(TextSelection.create(tr.doc, end + 1)))
    const left = run(longer, leaveList)
    expect(shape(left)[0]).toBe('list circle: list_item a, list_item b')
    expect(left.selection.$from.parent.type.name).toBe('paragraph')
    expect(leaveList(listed)).toBe(false)
  })
})

describe('text pasted among items', () => {
  it('is items', () => {
    const listed = run(start(['a', 'b'], 'a'), toggleList('bullet'))
    const tr = listed.tr.setSelection(TextSelection.create(listed.doc, 4))
    const pasted = listed.apply(pasteBlocks(tr, [paragraph('x'), paragraph('y')]))
    pasted.doc.check()
    expect(pasted.doc.firstChild?.children.map(({ textContent }) => textContent)).toEqual([
      '文a文x',
      '文y',
    ])
  })
})
