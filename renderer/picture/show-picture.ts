import type { Transaction } from 'prosemirror-state'
import { type PictureView, WHOLE_PICTURE } from '../../engine/document/picture-crop'

/** A picture shown whole, its focus left to the make-up. */
export const WHOLE_VIEW: PictureView = { crop: WHOLE_PICTURE, focus: null }

/** What a figure shows: another picture, or another part of the one that it has. */
export type PictureChange = PictureView & { readonly asset?: string }

/** Has the figure at a position show something else. */
export function showPicture(tr: Transaction, position: number, change: PictureChange): Transaction {
  for (const [name, value] of Object.entries(change)) tr.setNodeAttribute(position, name, value)
  return tr
}
