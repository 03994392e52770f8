import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { TextPlace } from '../pages/find-text'

/** The views of the desk. */
export const MODES = ['write', 'layout', 'check', 'output'] as const
/** See `MODES`. */
export type Mode = (typeof MODES)[number]

/** How large pages are shown: as wide as the pane, or a multiple of their own size. */
export type Zoom = 'fit' | number

/** How the desk looks just now: nothing of it belongs to the document. */
export const useUi = defineStore('ui', () => {
  const mode = ref<Mode>('write')
  const storyId = ref<string | null>(null)
  const zoom = ref<Zoom>('fit')
  const guides = ref(false)
  const paletteOpen = ref(false)
  const detailsOpen = ref(false)
  const findOpen = ref(false)
  /** Where the cursor stands in the text. */
  const caret = shallowRef<TextPlace | null>(null)
  /** A place that a person asked to be taken to; each request is another object. */
  const destination = shallowRef<TextPlace | null>(null)
  /** A page that is to be brought into view. */
  const pageInView = shallowRef<{ readonly index: number } | null>(null)

  /** Opens a story at a place in its text. */
  const goTo = (place: TextPlace): void => {
    if (mode.value !== 'write') mode.value = 'write'
    storyId.value = place.storyId
    destination.value = { ...place }
  }

  /** Forgets all that belongs to the document before; begins with a story of the next. */
  const reset = (firstStoryId: string | null): void => {
    mode.value = 'write'
    storyId.value = firstStoryId
    caret.value = null
    destination.value = null
    pageInView.value = null
  }

  return {
    mode,
    storyId,
    zoom,
    guides,
    paletteOpen,
    detailsOpen,
    findOpen,
    caret,
    destination,
    pageInView,
    goTo,
    reset,
  }
})
