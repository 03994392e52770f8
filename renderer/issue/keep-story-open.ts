import { type ShallowRef, watch } from 'vue'
import type { Document } from '../../engine/document/document'
import type { Issue } from '../../engine/document/issue'
import { useUi } from '../desk/ui-store'

/**
 * Opens another story when the one that is written is gone: the one that was open before, else the
 * nearest in the list. The cursor goes into it where it was in the other.
 */
export function keepStoryOpen(content: Readonly<ShallowRef<Document>>): void {
  const ui = useUi()
  /** Those that were open, the latest last, each once. */
  let left: readonly string[] = []

  watch(
    () => ui.storyId,
    (_id, before) => {
      if (before !== null) left = [...left.filter((id) => id !== before), before]
    },
    { flush: 'sync' },
  )
  watch(content, ({ issue }, before) => {
    const { storyId } = ui
    const has = (id: string): boolean => issue.records.stories[id] !== undefined
    if (storyId === null || has(storyId)) return
    const next = left.findLast(has) ?? around(before.issue, storyId).find(has)
    const focused = document.activeElement
    const isWriting = focused !== null && focused.closest('.editor-page') !== null
    if (next !== undefined && isWriting) ui.goTo({ storyId: next, blockId: '', offset: 0 })
    else ui.storyId = next ?? null
  })
}

/** The stories after one, then those before it, the nearest first. */
function around({ sections, records }: Issue, storyId: string): readonly string[] {
  const all = sections.flatMap((id) => records.sections[id]?.stories ?? [])
  const at = all.indexOf(storyId)
  return [...all.slice(at + 1), ...all.slice(0, Math.max(0, at)).reverse()]
}
