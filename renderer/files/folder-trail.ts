import { computed, ref, shallowRef } from 'vue'
import type { Client } from '../../bridge/client'
import type { Output } from '../../bridge/contract'
import { BanxinError } from '../../engine/document/message'
import type { Purpose } from './choose-file'

/** A folder on the way to the one that is shown. */
export interface TrailStep {
  readonly folderId: string
  readonly name: string
}

/** Where a person looked last, so that the next file is looked for there. */
let remembered: readonly TrailStep[] = []
/** Whether there are several folders to begin in. */
const hasPlaces = ref(false)

/** The folder that is shown in a file window, and the folders that led to it. */
export type FolderTrail = ReturnType<typeof createFolderTrail>

/** A trail that begins nowhere yet. */
export function createFolderTrail(client: Client) {
  const trail = shallowRef<readonly TrailStep[]>([])
  const listing = shallowRef<Output<'folder.list'> | null>(null)

  const show = async (purpose: Purpose, steps: readonly TrailStep[]): Promise<void> => {
    const last = steps.at(-1)
    const input = last === undefined ? { purpose } : { purpose, folderId: last.folderId }
    listing.value = await client.call('folder.list', input)
    trail.value = steps
    if (last !== undefined) remembered = steps
    else hasPlaces.value = listing.value.folders.length > 1
  }

  const showStart = async (purpose: Purpose): Promise<void> => {
    await show(purpose, [])
    // The host names that one first in which the issue is; the others are one step up from it.
    const [first] = listing.value?.folders ?? []
    if (first !== undefined) await show(purpose, [first])
  }

  return {
    trail,
    /** Whether there is a way up from the folder that is shown. */
    canGoUp: computed(() => trail.value.length > (hasPlaces.value ? 0 : 1)),
    listing,
    /** Begins where a person looked last, else where the host begins. */
    async begin(purpose: Purpose): Promise<void> {
      listing.value = null
      trail.value = []
      try {
        await (remembered.length > 0 ? show(purpose, remembered) : showStart(purpose))
      } catch (error) {
        if (!(error instanceof BanxinError) || remembered.length === 0) throw error
        remembered = []
        await showStart(purpose)
      }
    },
    /** Goes into a folder of the one that is shown. */
    enter: (purpose: Purpose, folder: TrailStep) => show(purpose, [...trail.value, folder]),
    /** Goes back to a folder on the way, by its place there; -1 is where all begin. */
    goBack: (purpose: Purpose, at: number) => show(purpose, trail.value.slice(0, at + 1)),
  }
}
