import { Fragment, Slice } from 'prosemirror-model'
import { Selection, TextSelection } from 'prosemirror-state'
import { dropPoint } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { makeFigure } from './figure-commands'

/** Opens the link that was clicked with the command key held; else a click puts the cursor. */
export function followLink(view: EditorView, position: number, event: MouseEvent): boolean {
  if (!event.ctrlKey && !event.metaKey) return false
  const marks = view.state.doc.resolve(position).marksAcross(view.state.doc.resolve(position)) ?? []
  const link = marks.find(({ type }) => type.name === 'link')
  if (link === undefined) return false
  window.open(String(link.attrs['href']), '_blank', 'noopener,noreferrer')
  return true
}

/** What is done with what is dropped on a text. */
export interface DropActions {
  /** Takes files in at the place between blocks that is nearest to where they were dropped. */
  take(files: readonly File[], at?: number): void
  /** Puts in, in place of the selection, what comes from another program. */
  paste(view: EditorView, data: DataTransfer): void
}

/** Hears what is dropped on the text, but for the editor's own, which the editor moves itself. */
export function hearDrops({ take, paste }: DropActions) {
  return (view: EditorView, event: DragEvent, own: Slice): boolean => {
    const data = event.dataTransfer
    if (data === null || (data.files.length === 0 && own.size > 0)) return false
    event.preventDefault()
    const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
    if (data.files.length > 0) {
      const slice = new Slice(Fragment.from(makeFigure('')), 0, 0)
      const at = found && dropPoint(view.state.doc, found.pos, slice)
      take(Array.from(data.files), at ?? undefined)
    } else if (found !== null) {
      const { tr, doc } = view.state
      view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(found.pos))))
      paste(view, data)
      view.focus()
    }
    return true
  }
}

/** Whether a mouse event lies below the last block of a text. */
export function isBelow(view: EditorView, { clientY, target }: MouseEvent): boolean {
  const last = view.dom.lastElementChild
  return target === view.dom && last !== null && clientY > last.getBoundingClientRect().bottom
}

/** Whether the cursor stands in the first line of a text. */
export function isAtTop(view: EditorView): boolean {
  const { doc, selection } = view.state
  const isFirst = Selection.atStart(doc).$from.sameParent(selection.$from)
  return selection.empty && isFirst && view.endOfTextblock('up')
}
