import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { markCommand } from './block-commands'
import { editorSchema } from './editor-schema'
import { readRubyText, removeRuby, rubyPlace, setRuby } from './ruby-commands'
import { shiftBaseline } from './shift-commands'

const start = (text: string, from: number, to = from): EditorState => {
  const doc = editorSchema.node('doc', null, [
    editorSchema.node('paragraph', { id: 'p1' }, [editorSchema.text(text)]),
  ])
  return EditorState.create({ doc, selection: TextSelection.create(doc, from, to) })
}
const run = (state: EditorState, command: Command): EditorState => {
  let after = state
  command(state, (tr) => {
    after = state.apply(tr)
  })
  return after
}
const at = (state: EditorState, from: number, to = from): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))

/** Each stretch of text with what its marks say, ids left out. */
const show = ({ doc }: EditorState): string => {
  doc.check()
  const parts: string[] = []
  doc.descendants((node) => {
    if (!node.isText) return
    const said = node.marks.map(({ type, attrs }) => attrs['text'] ?? attrs['milliEm'] ?? type.name)
    parts.push(said.length === 0 ? node.textContent : `${node.textContent}(${said.join()})`)
  })
  return parts.join('')
}

describe('rubies', () => {
  it('are set above the selection, changed from within and taken away', () => {
    const set = run(start('去岚江边', 2, 4), setRuby('lán jiāng'))
    expect(show(set)).toBe('去岚江(lán jiāng)边')
    expect(rubyPlace(at(set, 3))).toEqual({ from: 2, to: 4, text: 'lán jiāng' })
    const changed = run(at(set, 3), setRuby('lánjiāng'))
    expect(show(changed)).toBe('去岚江(lánjiāng)边')
    expect(show(run(at(changed, 3), removeRuby))).toBe('去岚江边')
  })

  it('are set above the character before the cursor where nothing is selected', () => {
    expect(show(run(start('去岚', 3), setRuby('lán')))).toBe('去岚(lán)')
    expect(rubyPlace(start('去岚', 1))).toBeUndefined()
  })

  it('stay apart where neighbours are read alike', () => {
    const one = run(start('星星', 1, 2), setRuby('xīng'))
    expect(show(run(at(one, 2, 3), setRuby('xīng')))).toBe('星(xīng)星(xīng)')
  })

  it('give way whole to one above a part of their base', () => {
    const set = run(start('去徽州住', 2, 4), setRuby('huī zhōu'))
    expect(show(run(at(set, 2, 3), setRuby('huī')))).toBe('去徽(huī)州住')
  })

  it('are one line of at most forty characters', () => {
    expect(readRubyText('  huī\n zhōu ')).toBe('huī zhōu')
    expect(readRubyText(' ')).toBeUndefined()
    expect(readRubyText('江'.repeat(41))).toBeUndefined()
  })
})

describe('names and titles', () => {
  it('beside each other are two, and a text has one line below it', () => {
    const one = run(start('程望顾小满', 1, 3), markCommand('proper_name'))
    const two = run(at(one, 3, 6), markCommand('proper_name'))
    expect(show(two)).toBe('程望(proper_name)顾小满(proper_name)')
    const titled = run(at(two, 3, 6), markCommand('book_title'))
    expect(show(titled)).toBe('程望(proper_name)顾小满(book_title)')
    expect(show(run(at(titled, 1, 6), markCommand('underline')))).toBe('程望顾小满(underline)')
  })

  it('are lifted like other marks', () => {
    const named = run(start('程望', 1, 3), markCommand('proper_name'))
    expect(show(run(at(named, 1, 3), markCommand('proper_name')))).toBe('程望')
  })
})

describe('shifts of the baseline', () => {
  it('go up and down by steps, back to none, and no farther than half an em', () => {
    const up = run(start('水2', 2, 3), shiftBaseline(1))
    expect(show(up)).toBe('水2(50)')
    expect(show(run(up, shiftBaseline(-1)))).toBe('水2')
    let down = up
    for (let step = 0; step < 20; step++) down = run(down, shiftBaseline(-1))
    expect(show(down)).toBe('水2(-500)')
  })
})
