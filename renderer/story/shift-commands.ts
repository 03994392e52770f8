import type { Command } from 'prosemirror-state'
import { MOST_SHIFT_MILLI_EM } from '../../engine/document/baseline-shift'
import { markType } from './editor-schema'
import { hasMark } from './block-commands'

/** How far one step moves text off its baseline, in thousandths of an em. */
const STEP_MILLI_EM = 50

/** Moves the selection a step up (1) or down (−1); text back on its baseline has no shift. */
export function shiftBaseline(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const { from, to, empty, $from } = state.selection
    if (empty || !$from.parent.isTextblock) return false
    const type = markType('baseline_shift')
    const now = hasMark(state, 'baseline_shift')
      ? Number(type.isInSet($from.nodeAfter?.marks ?? [])?.attrs['milliEm'] ?? 0)
      : 0
    const wished = now + direction * STEP_MILLI_EM
    const milliEm = Math.max(-MOST_SHIFT_MILLI_EM, Math.min(MOST_SHIFT_MILLI_EM, wished))
    const { tr } = state
    if (milliEm === 0) tr.removeMark(from, to, type)
    else tr.addMark(from, to, type.create({ milliEm }))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}
