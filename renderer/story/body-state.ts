import { baseKeymap, chainCommands } from 'prosemirror-commands'
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { InputRule, inputRules, textblockTypeInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { EditorState, Plugin, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import {
  addParagraphAfter,
  blockCommand,
  insertTab,
  leaveBlock,
  markCommand,
  subheadingCommand,
} from './block-commands'
import { nodeType } from './editor-schema'
import { moveBlock } from './figure-commands'
import { leaveList, listKind, type ListKind, toggleList } from './list-commands'
import { placeholders } from './placeholders'
import { repairBody } from './repair-body'
import { shiftBaseline } from './shift-commands'
import { clearCells, goToCell, goToCellBelow, goToRow } from './table-commands'
import { stopAtEnd, stopAtStart } from './text-place'

/** A mark typed at the beginning of a paragraph makes it the first item of a list. */
const listRule = (mark: RegExp, kind: ListKind): InputRule =>
  new InputRule(mark, (state, _match, from, to) => {
    const { tr } = state
    const trimmed = state.apply(state.tr.delete(from, to))
    if (listKind(trimmed) !== undefined) return null
    tr.delete(from, to)
    const done = toggleList(kind)(trimmed, ({ steps, selection }) => {
      for (const step of steps) tr.step(step)
      tr.setSelection(TextSelection.create(tr.doc, selection.from))
    })
    return done ? tr : null
  })

const rules = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{1,5})\s$/, nodeType('subheading'), (match) => ({
      level: Math.max(1, (match[1]?.length ?? 0) - 2),
    })),
    listRule(/^◆\s$/, 'briefs'),
    listRule(/^[•●*-]\s$/, 'bullet'),
    listRule(/^1[.．]\s$/, 'number'),
    listRule(/^①\s$/, 'circle'),
    new InputRule(/--$/, '——'),
    new InputRule(/\.\.\.$/, '……'),
  ],
})

const keys = keymap({
  'Mod-b': markCommand('strong'),
  'Mod-i': markCommand('emphasis_dots'),
  'Mod-u': markCommand('underline'),
  'Mod-Alt-u': markCommand('proper_name'),
  'Mod-Alt-b': markCommand('book_title'),
  'Mod-Alt-=': markCommand('superscript'),
  'Mod-Alt--': markCommand('subscript'),
  'Mod-Alt-n': markCommand('no_break'),
  'Mod-Alt-0': blockCommand('paragraph'),
  'Mod-Alt-1': subheadingCommand,
  'Mod-Alt-2': blockCommand('pull_quote'),
  'Mod-Alt-3': toggleList('briefs'),
  'Mod-Alt-4': toggleList('bullet'),
  'Mod-Alt-5': toggleList('number'),
  'Mod-Alt-6': toggleList('circle'),
  'Mod-Alt-7': insertTab,
  'Shift-Alt-ArrowUp': shiftBaseline(1),
  'Shift-Alt-ArrowDown': shiftBaseline(-1),
  ArrowUp: goToRow(-1),
  ArrowDown: goToRow(1),
  'Alt-ArrowUp': moveBlock(-1),
  'Alt-ArrowDown': moveBlock(1),
  'Mod-Enter': addParagraphAfter,
  Tab: goToCell(1),
  'Shift-Tab': goToCell(-1),
  Backspace: chainCommands(clearCells, stopAtStart),
  Delete: chainCommands(clearCells, stopAtEnd),
  Enter: chainCommands(goToCellBelow, leaveList, leaveBlock),
})

/** Shows what a body is begun with while it is one empty paragraph. */
const invitation = (words: () => string) =>
  new Plugin({
    props: {
      decorations: ({ doc }) => {
        const { firstChild } = doc
        const isEmpty = doc.childCount === 1 && firstChild?.type.name === 'paragraph'
        if (!isEmpty || firstChild.content.size > 0) return null
        const hint = Decoration.node(0, firstChild.nodeSize, { 'data-hint': words() })
        return DecorationSet.create(doc, [hint])
      },
    },
  })

/** The state of an editor for a body; `words` are shown while it is empty. */
export function createBodyState(doc: Node, words: () => string): EditorState {
  return EditorState.create({
    doc,
    plugins: [
      repairBody,
      rules,
      keys,
      keymap(baseKeymap),
      dropCursor({ color: false, class: 'drop-place' }),
      gapCursor(),
      invitation(words),
      placeholders,
    ],
  })
}
