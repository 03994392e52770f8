import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view'
import { watch } from 'vue'
import type { PictureShelf } from '../pages/picture-shelf'

/** What the views of blocks need of the desk. */
export interface BlockViewContext {
  readonly pictures: PictureShelf
  /** Words in the language of the desk. */
  word(key: string): string
  /** Asks for a picture and gives its asset, once it is part of the issue. */
  choosePicture(): Promise<string | undefined>
}

/** A block with controls around the text that it holds. */
abstract class ControlledView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  protected readonly controls = document.createElement('div')
  protected node: Node
  protected readonly view: EditorView
  readonly #position: () => number | undefined

  constructor(
    tag: string,
    contentTag: string,
    node: Node,
    view: EditorView,
    position: () => number | undefined,
  ) {
    this.node = node
    this.view = view
    this.#position = position
    this.dom = document.createElement(tag)
    this.contentDOM = document.createElement(contentTag)
    this.controls.className = 'block-controls'
    this.controls.contentEditable = 'false'
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.show()
    return true
  }

  stopEvent(event: Event): boolean {
    const { target } = event
    return target instanceof globalThis.Node && this.controls.contains(target)
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  /** Brings the controls in line with the node. */
  protected abstract show(): void

  protected set(name: string, value: string): void {
    const position = this.#position()
    if (position === undefined || this.node.attrs[name] === value) return
    this.view.dispatch(this.view.state.tr.setNodeAttribute(position, name, value))
  }

  protected remove(): void {
    const position = this.#position()
    if (position === undefined) return
    const { tr } = this.view.state
    this.view.dispatch(tr.delete(position, position + this.node.nodeSize))
    this.view.focus()
  }

  protected addButton(label: string, press: () => void): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.addEventListener('click', press)
    this.controls.append(button)
    return button
  }

  protected addField(label: string, name: string): HTMLInputElement {
    const field = document.createElement('input')
    field.placeholder = label
    field.title = label
    field.setAttribute('aria-label', label)
    field.addEventListener('change', () => {
      this.set(name, field.value.trim())
    })
    this.controls.append(field)
    return field
  }

  protected addChoice(
    label: string,
    name: string,
    choices: readonly (readonly [value: string, word: string])[],
  ): HTMLSelectElement {
    const select = document.createElement('select')
    select.title = label
    select.setAttribute('aria-label', label)
    for (const [value, word] of choices) select.append(new Option(word, value))
    select.addEventListener('change', () => {
      this.set(name, select.value)
    })
    this.controls.append(select)
    return select
  }
}

/** A figure: its picture, its caption as text, and how it is placed. */
export class FigureView extends ControlledView {
  readonly #context: BlockViewContext
  readonly #picture = document.createElement('canvas')
  readonly #empty = document.createElement('p')
  readonly #credit: HTMLInputElement
  readonly #alt: HTMLInputElement
  readonly #span: HTMLSelectElement
  readonly #place: HTMLSelectElement
  readonly #stop: () => void

  constructor(
    node: Node,
    view: EditorView,
    position: () => number | undefined,
    context: BlockViewContext,
  ) {
    super('figure', 'figcaption', node, view, position)
    this.#context = context
    const { word } = context
    this.#picture.setAttribute('role', 'img')
    this.#empty.className = 'block-empty'
    this.#empty.textContent = word('block.noPicture')
    this.#empty.contentEditable = 'false'
    this.#picture.contentEditable = 'false'
    this.#span = this.addChoice(word('block.span'), 'span', [
      ['auto', word('block.spanAuto')],
      ['column', word('block.spanColumn')],
      ['all', word('block.spanAll')],
    ])
    this.#place = this.addChoice(word('block.place'), 'place', [
      ['here', word('block.placeHere')],
      ['top', word('block.placeTop')],
      ['bottom', word('block.placeBottom')],
    ])
    this.#credit = this.addField(word('block.credit'), 'credit')
    this.#alt = this.addField(word('block.alt'), 'alt')
    this.#alt.className = 'wide'
    this.addButton(word('block.replacePicture'), () => {
      void this.#choose()
    })
    this.addButton(word('block.remove'), () => {
      this.remove()
    })
    this.dom.append(this.#picture, this.#empty, this.contentDOM, this.controls)
    this.#stop = watch(context.pictures.arrivals, () => {
      this.show()
    })
    this.show()
  }

  destroy(): void {
    this.#stop()
  }

  protected show(): void {
    const { asset, credit, alt, span, place } = this.node.attrs
    const isMissing = asset === ''
    this.#empty.hidden = !isMissing
    this.#picture.hidden = isMissing
    this.#picture.setAttribute('aria-label', String(alt))
    this.#credit.value = String(credit)
    this.#alt.value = String(alt)
    this.#span.value = String(span)
    this.#place.value = String(place)
    const bitmap = isMissing ? undefined : this.#context.pictures.picture(String(asset))
    if (bitmap === undefined) return
    this.#picture.width = bitmap.width
    this.#picture.height = bitmap.height
    this.#picture.getContext('2d')?.drawImage(bitmap, 0, 0)
  }

  async #choose(): Promise<void> {
    const asset = await this.#context.choosePicture()
    if (asset !== undefined) this.set('asset', asset)
  }
}

/** A QR code: what it says to a camera, and its line of text. */
export class QrCodeView extends ControlledView {
  readonly #data: HTMLInputElement

  constructor(
    node: Node,
    view: EditorView,
    position: () => number | undefined,
    { word }: BlockViewContext,
  ) {
    super('aside', 'p', node, view, position)
    this.dom.className = 'qr'
    const mark = document.createElement('span')
    mark.className = 'qr-mark'
    mark.contentEditable = 'false'
    mark.textContent = word('tool.qr')
    this.#data = this.addField(word('block.qrData'), 'data')
    this.#data.className = 'wide'
    this.#data.maxLength = 2_000
    this.addButton(word('block.remove'), () => {
      this.remove()
    })
    this.dom.append(mark, this.contentDOM, this.controls)
    this.show()
  }

  protected show(): void {
    this.#data.value = String(this.node.attrs['data'])
  }
}
