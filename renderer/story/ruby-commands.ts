import type { Mark } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { isRubyText } from '../../engine/document/ruby-text'
import { newId } from '../desk/new-id'
import { markType } from './editor-schema'
import { markPlaceAt } from './mark-place'

/** What a ruby is set above, and the one that is there. */
export interface RubyPlace {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * What a ruby would be set above: the selection, the base of the ruby that the cursor stands in, or
 * the character before the cursor; `undefined` where there is none.
 */
export function rubyPlace(state: EditorState): RubyPlace | undefined {
  const { $from, $to, empty, from, to } = state.selection
  if (!$from.sameParent($to) || !$from.parent.isTextblock) return undefined
  const old = markPlaceAt(state, 'ruby')
  const text = String(old?.mark.attrs['text'] ?? '')
  if (!empty) return { from, to, text }
  if (old !== undefined) return { from: old.from, to: old.to, text }
  const character = [...($from.nodeBefore?.text ?? '')].at(-1) ?? ''
  return character.trim() === '' ? undefined : { from: from - character.length, to, text: '' }
}

/** Text as it is set above other text: on one line, a space where there were several. */
export function readRubyText(typed: string): string | undefined {
  const text = typed.replace(/\s+/gu, ' ').trim()
  return isRubyText(text) ? text : undefined
}

/** Sets a ruby where `rubyPlace` says; one that stood above any part of that is gone. */
export function setRuby(text: string): Command {
  return (state, dispatch) => {
    const place = rubyPlace(state)
    if (place === undefined || !isRubyText(text)) return false
    const mark = markType('ruby').create({ id: newId('m'), text })
    const { tr } = state
    const { $from } = state.selection
    for (const old of rubiesWithin(state, place)) tr.removeMark($from.start(), $from.end(), old)
    dispatch?.(tr.addMark(place.from, place.to, mark).scrollIntoView())
    return true
  }
}

/** The rubies that stand above any of a place. */
function rubiesWithin({ doc }: EditorState, { from, to }: RubyPlace): readonly Mark[] {
  const found: Mark[] = []
  doc.nodesBetween(from, to, ({ marks }) => {
    const ruby = markType('ruby').isInSet(marks)
    if (ruby !== undefined) found.push(ruby)
  })
  return found
}

/** Takes the rubies away that stand above the selection, or the one at the cursor. */
export const removeRuby: Command = (state, dispatch) => {
  const place = rubyPlace(state)
  if (place === undefined) return false
  dispatch?.(state.tr.removeMark(place.from, place.to, markType('ruby')))
  return true
}
