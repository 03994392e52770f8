import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { blockCommand, subheadingCommand, subheadingLevel } from './block-commands'
import { editorSchema, nodeType } from './editor-schema'

/** A body of a paragraph and a subheading, the cursor in one of them. */
function bodyAt(block: 0 | 1, level = 1): EditorState {
  const text = editorSchema.text('一、先问需求')
  const doc = nodeType('doc').create(null, [
    nodeType('paragraph').create({ id: 'p1' }, text),
    nodeType('subheading').create({ id: 'p2', level }, text),
  ])
  const at = block === 0 ? 2 : doc.child(0).nodeSize + 2
  return EditorState.create({ doc, selection: TextSelection.create(doc, at) })
}

function after(state: EditorState, ...commands: (typeof subheadingCommand)[]): EditorState {
  return commands.reduce((now, command) => {
    let next = now
    command(now, (tr) => {
      next = now.apply(tr)
    })
    return next
  }, state)
}

describe('the level of a subheading', () => {
  it('is the first where a paragraph becomes one', () => {
    expect(subheadingLevel(bodyAt(0))).toBe(0)
    expect(subheadingLevel(after(bodyAt(0), subheadingCommand))).toBe(1)
  })

  it('is the next at each command, and the first again after the lowest; the block stays', () => {
    const levels = [1, 2, 3].map((level) => {
      const state = after(bodyAt(1, level), subheadingCommand)
      expect(state.doc.child(1).attrs['id']).toBe('p2')
      return subheadingLevel(state)
    })
    expect(levels).toEqual([2, 3, 1])
  })

  it('goes with the subheading', () => {
    const back = after(bodyAt(1, 3), blockCommand('paragraph'), subheadingCommand)
    expect(subheadingLevel(back)).toBe(1)
  })
})
