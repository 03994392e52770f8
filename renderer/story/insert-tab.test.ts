import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { insertTab } from './block-commands'
import { editorSchema, nodeType } from './editor-schema'

describe('the command for a tab', () => {
  it('types one at the cursor, in the place of what is selected', () => {
    const paragraph = nodeType('paragraph').create({ id: 'p1' }, editorSchema.text('合唱，3'))
    const doc = nodeType('doc').create(null, [paragraph])
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 3, 4) })
    let next = state
    expect(
      insertTab(state, (tr) => {
        next = state.apply(tr)
      }),
    ).toBe(true)
    expect(next.doc.textContent).toBe('合唱\t3')
    expect(next.selection.head).toBe(4)
  })
})
