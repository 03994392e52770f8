import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { TextPlace } from '../pages/find-text'

/** The views of the desk. */
export const MODES = ['write', 'layout', 'check', 'output'] as const
/** See `MODES`. */
export type Mode = (typeof MODES)[number]

/** How large pages are shown: as wide as the pane, whole in it, or a multiple of their own size. */
export type Zoom = 'width' | 'page' | number

/** How the desk looks just now: nothing of it belongs to the document. */
export const useUi = defineStore('ui', () => {
  const mode = ref<Mode>('write')
  const storyId = ref<string | null>(null)
  const zoom = ref<Zoom>('width')
  /** Beside text and findings there is room for one page that can be read, and not for two. */
  const spreadsIn = ref({ write: false, layout: true, check: false, output: true })
  /** Whether pages that face each other lie side by side; each view has its own way. */
  const spreads = computed({
    get: () => spreadsIn.value[mode.value],
    set: (wanted) => {
      spreadsIn.value = { ...spreadsIn.value, [mode.value]: wanted }
    },
  })
  const guides = ref(false)
  /** Whether findings are marked on the pages; `null` until a person has said so. */
  const marks = ref<boolean | null>(null)
  const paletteOpen = ref(false)
  const detailsOpen = ref(false)
  const keysOpen = ref(false)
  const findOpen = ref(false)
  const replaceOpen = ref(false)
  /** A wish to find; each is another object, so that the field takes the focus again. */
  const findRequest = shallowRef<object>({})
  /** Where the cursor stands in the text. */
  const caret = shallowRef<TextPlace | null>(null)
  /** A place that a person asked to be taken to; each request is another object. */
  const destination = shallowRef<TextPlace | null>(null)
  /** A page that is to be brought into view. */
  const pageInView = shallowRef<{ readonly index: number } | null>(null)
  /** A finding that a person asked to see, by its key; each request is another object. */
  const pointed = shallowRef<{ readonly key: string; readonly at: 'page' | 'list' } | null>(null)

  /** Opens a story at a place in its text. */
  const goTo = (place: TextPlace): void => {
    if (mode.value !== 'write') mode.value = 'write'
    storyId.value = place.storyId
    destination.value = { ...place }
  }

  /** Opens the bar that finds, or that finds and replaces. */
  const find = (withReplace: boolean): void => {
    mode.value = 'write'
    findOpen.value = true
    replaceOpen.value = withReplace
    findRequest.value = {}
  }

  /** Forgets all that belongs to the document before; begins with a story of the next. */
  const reset = (firstStoryId: string | null): void => {
    mode.value = 'write'
    storyId.value = firstStoryId
    caret.value = null
    destination.value = null
    pageInView.value = null
    pointed.value = null
  }

  return {
    mode,
    storyId,
    zoom,
    spreads,
    guides,
    marks,
    paletteOpen,
    detailsOpen,
    keysOpen,
    findOpen,
    replaceOpen,
    findRequest,
    find,
    caret,
    destination,
    pageInView,
    pointed,
    goTo,
    reset,
  }
})
