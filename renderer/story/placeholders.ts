import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** What holds the place of something that is on its way into the text. */
export interface Placeholder {
  readonly id: object
  /** Shown there; its words may change while it stands. */
  readonly dom: HTMLElement
}

type PlaceholderMeta =
  { readonly add: Placeholder; readonly at: number } | { readonly remove: Placeholder['id'] }

const key = new PluginKey<DecorationSet>('placeholders')

/** Shows in the text where something will come; the text may change around it meanwhile. */
export const placeholders: Plugin<DecorationSet> = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply: (tr, set) => {
      const moved = set.map(tr.mapping, tr.doc)
      const meta = tr.getMeta(key) as PlaceholderMeta | undefined
      if (meta === undefined) return moved
      if ('remove' in meta) return moved.remove(moved.find(undefined, undefined, isOf(meta.remove)))
      const { id, dom } = meta.add
      return moved.add(tr.doc, [Decoration.widget(meta.at, dom, { id, side: -1 })])
    },
  },
  props: { decorations: (state) => key.getState(state) },
})

/** Puts a placeholder into the text. */
export function addPlaceholder(state: EditorState, add: Placeholder, at: number) {
  return state.tr.setMeta(key, { add, at } satisfies PlaceholderMeta)
}

/** Takes a placeholder away. */
export function removePlaceholder(state: EditorState, id: Placeholder['id']) {
  return state.tr.setMeta(key, { remove: id } satisfies PlaceholderMeta)
}

/** Where a placeholder stands; `undefined` when the text around it was deleted. */
export function findPlaceholder(state: EditorState, id: Placeholder['id']): number | undefined {
  return key.getState(state)?.find(undefined, undefined, isOf(id))[0]?.from
}

function isOf(id: object) {
  return (spec: Record<string, unknown>): boolean => spec['id'] === id
}
