import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** A stretch of a body that is what was looked for. */
export interface Hit {
  readonly from: number
  readonly to: number
}

/** Where a text stands in a body, in order; upper and lower case are alike. */
export function findIn(doc: Node, wanted: string): readonly Hit[] {
  if (wanted === '') return []
  const hits: Hit[] = []
  const needle = fold(wanted)
  doc.descendants((node, position) => {
    if (!node.isTextblock) return
    const text = fold(node.textBetween(0, node.content.size, undefined, '\ufffc'))
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      hits.push({ from: position + 1 + at, to: position + 1 + at + needle.length })
    }
  })
  return hits
}

/** Lower case, where that keeps the length, so that offsets stay what they are. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

/** What is looked for: set by a transaction's meta under this key. */
export const findKey = new PluginKey<string>('find')

/** Marks in the editor what is looked for. */
export const findHits: Plugin<string> = new Plugin<string>({
  key: findKey,
  state: {
    init: () => '',
    apply: (tr, wanted) => {
      const next: unknown = tr.getMeta(findKey)
      return typeof next === 'string' ? next : wanted
    },
  },
  props: {
    decorations: (state) => {
      const wanted = findKey.getState(state) ?? ''
      const hits = findIn(state.doc, wanted)
      const marks = hits.map(({ from, to }) => Decoration.inline(from, to, { class: 'hit' }))
      return DecorationSet.create(state.doc, marks)
    },
  },
})
