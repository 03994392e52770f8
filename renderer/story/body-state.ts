import { baseKeymap, chainCommands } from 'prosemirror-commands'
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { InputRule, inputRules, textblockTypeInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { EditorState, Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { blockCommand, leaveBlock, leaveBriefs, markCommand, toggleBriefs } from './block-commands'
import { blockIds } from './block-ids'
import { editorSchema } from './editor-schema'
import { findHits } from './find-hits'

const { subheading } = editorSchema.nodes

const rules = inputRules({
  rules: [
    ...(subheading === undefined ? [] : [textblockTypeInputRule(/^##?#?\s$/, subheading)]),
    new InputRule(/^[◆•*-]\s$/, (state, _match, from, to) => {
      const trimmed = state.apply(state.tr.delete(from, to))
      let made = state.tr.delete(from, to)
      const done = toggleBriefs(trimmed, (tr) => {
        for (const step of tr.steps) made = made.step(step)
        made = made.setSelection(tr.selection)
      })
      return done ? made : null
    }),
    new InputRule(/--$/, '——'),
    new InputRule(/\.\.\.$/, '……'),
  ],
})

const keys = keymap({
  'Mod-b': markCommand('strong'),
  'Mod-i': markCommand('emphasis_dots'),
  'Mod-u': markCommand('underline'),
  'Mod-Alt-0': blockCommand('paragraph'),
  'Mod-Alt-1': blockCommand('subheading'),
  Enter: chainCommands(leaveBriefs, leaveBlock),
})

/** Shows words of invitation in a block that has none yet. */
const hints = (hintOf: (node: Node, isOnly: boolean) => string) =>
  new Plugin({
    props: {
      decorations: ({ doc }) => {
        const found: Decoration[] = []
        doc.descendants((node, position) => {
          if (!node.isTextblock || node.content.size > 0) return
          const hint = hintOf(node, doc.childCount === 1)
          if (hint === '') return
          found.push(Decoration.node(position, position + node.nodeSize, { 'data-hint': hint }))
        })
        return DecorationSet.create(doc, found)
      },
    },
  })

/** The state of an editor for a body; `hintOf` gives words for blocks that are empty. */
export function createBodyState(
  doc: Node,
  hintOf: (node: Node, isOnly: boolean) => string,
): EditorState {
  return EditorState.create({
    doc,
    plugins: [
      blockIds,
      rules,
      keys,
      keymap(baseKeymap),
      dropCursor({ color: false, class: 'drop-place' }),
      gapCursor(),
      hints(hintOf),
      findHits,
    ],
  })
}
