import type { Command, EditorState } from 'prosemirror-state'
import { isSafeLink } from '../../engine/document/story-schema'
import { editorSchema, markType } from './editor-schema'
import { markPlaceAt } from './mark-place'

/** A stretch of linked text. */
export interface LinkPlace {
  readonly from: number
  readonly to: number
  readonly href: string
}

/** The link that the cursor or the beginning of the selection stands in. */
export function linkAt(state: EditorState): LinkPlace | undefined {
  const place = markPlaceAt(state, 'link')
  if (place === undefined) return undefined
  const { from, to, mark } = place
  return { from, to, href: String(mark.attrs['href']) }
}

/**
 * The address that a person means: a mail address without its scheme is one, as is a host without
 * one; `undefined` for what no link may lead to.
 */
export function readAddress(text: string): string | undefined {
  const address = text.trim()
  if (isSafeLink(address)) return address
  const meant = /^[^\s@/:]+@[^\s@/]+\.[^\s@/.]+$/.test(address)
    ? `mailto:${address}`
    : /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}([/?#]\S*)?$/i.test(address)
      ? `https://${address}`
      : ''
  return isSafeLink(meant) ? meant : undefined
}

/**
 * Links the selection, or the link that the cursor stands in, to an address; where nothing is
 * selected the address itself becomes the text.
 */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    if (!isSafeLink(href)) return false
    const mark = markType('link').create({ href })
    const { from, to, empty, $from } = state.selection
    if (!$from.parent.isTextblock) return false
    const { tr } = state
    const old = linkAt(state)
    if (old !== undefined && empty) {
      tr.removeMark(old.from, old.to, markType('link')).addMark(old.from, old.to, mark)
    } else if (empty) {
      tr.insert(from, editorSchema.text(href, [...$from.marks(), mark]))
    } else tr.addMark(from, to, mark)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Takes the link away that the cursor stands in, or those of the selection; the text stays. */
export const removeLink: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  const place = empty ? linkAt(state) : { from, to }
  if (place === undefined) return false
  dispatch?.(state.tr.removeMark(place.from, place.to, markType('link')))
  return true
}
