import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { editorSchema } from './editor-schema'
import { linkAt, readAddress, removeLink, setLink } from './link-commands'

const start = (text: string, from: number, to = from): EditorState => {
  const doc = editorSchema.node('doc', null, [
    editorSchema.node('paragraph', { id: 'p1' }, [editorSchema.text(text)]),
  ])
  return EditorState.create({ doc, selection: TextSelection.create(doc, from, to) })
}
const run = (state: EditorState, command: Command): EditorState => {
  let after = state
  const done = command(state, (tr) => {
    after = state.apply(tr)
  })
  return done ? after : state
}
const at = (state: EditorState, from: number, to = from): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))

describe('links', () => {
  it('links the selection, changes the address and takes it away again', () => {
    const linked = run(start('看官网吧', 2, 4), setLink('https://example.org/'))
    expect(linkAt(at(linked, 3))).toEqual({ from: 2, to: 4, href: 'https://example.org/' })
    const changed = run(at(linked, 3), setLink('https://example.com/'))
    expect(linkAt(at(changed, 3))?.href).toBe('https://example.com/')
    const removed = run(at(changed, 3), removeLink)
    expect(linkAt(at(removed, 3))).toBeUndefined()
    expect(removed.doc.textContent).toBe('看官网吧')
  })

  it('keeps together a link of which a part is bold', () => {
    const linked = run(start('看官网吧', 2, 4), setLink('https://example.org/'))
    const bold = linked.apply(linked.tr.addMark(2, 3, editorSchema.mark('strong')))
    expect(linkAt(at(bold, 4))).toMatchObject({ from: 2, to: 4 })
  })

  it('writes the address where nothing is selected', () => {
    const linked = run(start('见', 2), setLink('mailto:a@example.org'))
    expect(linked.doc.textContent).toBe('见mailto:a@example.org')
  })

  it('understands addresses as people write them and refuses what is unsafe', () => {
    expect(readAddress(' https://example.org/一 ')).toBe('https://example.org/一')
    expect(readAddress('bianji@example.org')).toBe('mailto:bianji@example.org')
    expect(readAddress('www.example.org/a?b')).toBe('https://www.example.org/a?b')
    for (const text of [
      '',
      'javascript:alert(1)',
      '见下文',
      'data:text/html,x',
      'a b.org',
      '3.5',
    ]) {
      expect(readAddress(text), text).toBeUndefined()
    }
    const state = start('看', 1, 2)
    expect(run(state, setLink('javascript:alert(1)'))).toBe(state)
  })
})
