import { computed, type ComputedRef, nextTick, ref, type Ref, watch } from 'vue'
import { useDesk } from '../desk/desk-context'
import { flushEditors } from '../desk/editor-flush'
import { useUi } from '../desk/ui-store'
import { findInIssue, findInStory, type FoundPlace } from './find-places'
import { replacePlaces } from './replace-text'

/** What is looked for at present, where it stands, and which of the places is looked at. */
export interface Find {
  readonly text: Ref<string>
  readonly isExact: Ref<boolean>
  /** Whether the whole issue is searched, or the open story alone. */
  readonly isWhole: Ref<boolean>
  readonly replacement: Ref<string>
  readonly places: ComputedRef<readonly FoundPlace[]>
  /** Index into `places`. */
  readonly at: Ref<number>
  readonly current: ComputedRef<FoundPlace | undefined>
  /** Counts how often a person asked to see a place, so that only then it is brought into view. */
  readonly looks: Ref<number>
  /** How many places were replaced at once just now; `null` once something else was done. */
  readonly replaced: Ref<number | null>
  /** To the next place or the one before, round the end, into another story where it is there. */
  go(by: -1 | 1): void
  /** Replaces the place that is looked at and goes on to the next. */
  replaceOne(): void
  /** Replaces all places in one change. */
  replaceAll(): void
}

/** Finds and replaces in the open story or the whole issue while the bar for it is open. */
export function useFind(): Find {
  const { open, attempt } = useDesk()
  const ui = useUi()
  const text = ref('')
  const isExact = ref(false)
  const isWhole = ref(false)
  const replacement = ref('')
  const at = ref(0)
  const looks = ref(0)
  const replaced = ref<number | null>(null)

  const places = computed((): readonly FoundPlace[] => {
    const { issue } = open.content.value
    if (!ui.findOpen || ui.storyId === null) return []
    const wanted = { text: text.value, isExact: isExact.value }
    if (isWhole.value) return findInIssue(issue, wanted)
    const story = issue.records.stories[ui.storyId]
    return story === undefined ? [] : findInStory(story, wanted)
  })
  const current = computed(() => places.value[at.value])

  /** Looks at the first place at or after the cursor. */
  const beginAtCursor = (): void => {
    const { caret, storyId } = ui
    const inStory = places.value.findIndex((place) => place.storyId === storyId)
    const inBlock = places.value.findIndex(
      (place) =>
        place.storyId === storyId && place.blockId === caret?.blockId && place.to >= caret.offset,
    )
    at.value = Math.max(0, inBlock >= 0 ? inBlock : inStory)
    looks.value += 1
  }

  const show = (): void => {
    const place = current.value
    if (place !== undefined && place.storyId !== ui.storyId) ui.storyId = place.storyId
    looks.value += 1
    if (place !== undefined) void showOnPages(place)
  }

  /** The pages follow the cursor, which goes there when the bar is closed. */
  const showOnPages = async ({ storyId, blockId, from }: FoundPlace): Promise<void> => {
    // A story that is opened forgets the cursor first.
    await nextTick()
    ui.caret = { storyId, blockId, offset: from }
  }

  /** Gives whether anything was replaced. */
  const replace = (which: readonly FoundPlace[]): boolean => {
    if (open.status.value.readOnly !== null || which.length === 0) return false
    flushEditors()
    const before = open.content.value
    const commands = replacePlaces(before.issue, which, replacement.value)
    if (commands.length === 0) return false
    void attempt(() => {
      open.execute(commands, ui.storyId === null ? {} : { storyId: ui.storyId })
    })
    return open.content.value !== before
  }

  watch([text, isExact, isWhole, () => ui.findOpen], beginAtCursor, { flush: 'sync' })
  watch(
    [text, isExact, isWhole, at, open.content, () => ui.findOpen, () => ui.storyId],
    () => {
      replaced.value = null
    },
    { flush: 'sync' },
  )
  watch(places, ({ length }) => {
    if (at.value >= length) at.value = 0
  })

  return {
    text,
    isExact,
    isWhole,
    replacement,
    places,
    at,
    current,
    looks,
    replaced,
    go(by) {
      const { length } = places.value
      replaced.value = null
      if (length === 0) return
      at.value = (at.value + by + length) % length
      show()
    },
    replaceOne() {
      const place = current.value
      if (place === undefined) return
      replace([place])
      const end = place.from + replacement.value.length
      const next = places.value.findIndex(
        ({ storyId, blockId, from }, index) =>
          index >= at.value &&
          (storyId !== place.storyId || blockId !== place.blockId || from >= end),
      )
      at.value = Math.max(0, next)
      show()
    },
    replaceAll() {
      const { length } = places.value
      at.value = 0
      if (replace(places.value)) replaced.value = length
    },
  }
}
