import { Fragment, Slice } from 'prosemirror-model'
import { Selection } from 'prosemirror-state'
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

/** Hears files that are dropped on the text, with the place between its blocks nearest to them. */
export function dropsFiles(take: (files: readonly File[], at?: number) => void) {
  return (view: EditorView, event: DragEvent): boolean => {
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return false
    event.preventDefault()
    const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
    const slice = new Slice(Fragment.from(makeFigure('')), 0, 0)
    const at = found && dropPoint(view.state.doc, found.pos, slice)
    take(files, at ?? undefined)
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
