import type { Node } from 'prosemirror-model'
import { NodeSelection } from 'prosemirror-state'
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view'
import { shallowReactive, type ShallowReactive, shallowRef, type ShallowRef } from 'vue'

/** The blocks of an editor that have controls of the desk around their text. */
export type BlockShelf = ShallowReactive<Set<BlockView>>

/** A shelf without blocks. */
export function createBlockShelf(): BlockShelf {
  return shallowReactive(new Set<BlockView>())
}

let lastKey = 0

/**
 * A block with controls before and after the text that it holds. The editor owns the text; what
 * stands in `head` and `foot` belongs to a component of the desk, which finds the block on the
 * shelf.
 */
export class BlockView implements NodeView {
  readonly key: number
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly head = createControls('block-head')
  readonly foot = createControls('block-foot')
  readonly node: ShallowRef<Node>
  readonly isSelected = shallowRef(false)
  readonly view: EditorView
  readonly #position: () => number | undefined
  readonly #shelf: BlockShelf

  constructor(
    tags: { readonly block: string; readonly text: string },
    node: Node,
    view: EditorView,
    position: () => number | undefined,
    shelf: BlockShelf,
  ) {
    lastKey += 1
    this.key = lastKey
    this.node = shallowRef(node)
    this.view = view
    this.#position = position
    this.#shelf = shelf
    this.dom = document.createElement(tags.block)
    this.contentDOM = document.createElement(tags.text)
    this.dom.append(this.head, this.contentDOM, this.foot)
    shelf.add(this)
  }

  get kind(): string {
    return this.node.value.type.name
  }

  /** Where the block begins; `undefined` once it is gone. */
  get position(): number | undefined {
    return this.#position()
  }

  /** Says something else of the block. */
  set(name: string, value: unknown): void {
    const { position } = this
    if (position === undefined || this.node.value.attrs[name] === value) return
    this.view.dispatch(this.view.state.tr.setNodeAttribute(position, name, value))
  }

  /** Selects the whole block. */
  select(): void {
    const { position } = this
    if (position === undefined) return
    const { tr, doc } = this.view.state
    this.view.dispatch(tr.setSelection(NodeSelection.create(doc, position)))
  }

  /** Begins to drag the whole block to another place. */
  drag(data: DataTransfer): void {
    this.select()
    const slice = this.view.state.selection.content()
    data.clearData()
    // The editor takes the block itself; other programs its text.
    data.setData('text/plain', this.node.value.textContent)
    data.effectAllowed = 'copyMove'
    this.view.dragging = { slice, move: true }
  }

  update(node: Node): boolean {
    if (node.type !== this.node.value.type) return false
    this.node.value = node
    return true
  }

  selectNode(): void {
    this.isSelected.value = true
    this.dom.classList.add('ProseMirror-selectednode')
  }

  deselectNode(): void {
    this.isSelected.value = false
    this.dom.classList.remove('ProseMirror-selectednode')
  }

  stopEvent(event: Event): boolean {
    const { target, type } = event
    if (!(target instanceof globalThis.Node)) return false
    // What is dropped on the controls, and the end of a drag, are the editor's to hear.
    if (/^(drop|dragover|dragenter|dragend)$/.test(type)) return false
    return this.head.contains(target) || this.foot.contains(target)
  }

  /** Gives words of invitation that show while the block has no text. */
  invite(words: string): void {
    this.contentDOM.dataset['hint'] = words
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return false
    const isOwn = mutation.type === 'attributes' && mutation.target === this.contentDOM
    return isOwn || !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.#shelf.delete(this)
  }
}

function createControls(name: string): HTMLElement {
  const controls = document.createElement('div')
  controls.className = name
  controls.contentEditable = 'false'
  return controls
}
