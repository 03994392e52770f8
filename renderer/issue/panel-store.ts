import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** How the list of the issue looks just now. */
export const usePanel = defineStore('panel', () => {
  const folded = shallowRef<ReadonlySet<string>>(new Set())
  /** The section or story whose name is being written. */
  const renamingId = ref<string | null>(null)

  /** Folds sections, or unfolds them. */
  const fold = (ids: readonly string[], isFolded: boolean): void => {
    const others = [...folded.value].filter((id) => !ids.includes(id))
    folded.value = new Set(isFolded ? [...others, ...ids] : others)
  }

  return { folded, renamingId, fold }
})
