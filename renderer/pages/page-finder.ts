import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { Document } from '../../engine/document/document'
import type { ComposedPage } from '../../engine/layout/page'
import type { Composer } from './composer'
import { caretAt, type CaretPlace, textAt, type TextPlace } from './find-text'
import { type MarkedPlace, markPlaces } from './marked-places'
import { textBlocks } from './story-blocks'

/** Finds on the pages as they are shown what stands in the text, and the other way round. */
export interface PageFinder {
  /** All pages: those printed, then those with what found no place. */
  readonly sheets: ComputedRef<readonly ComposedPage[]>
  /** The places that findings are about. */
  readonly places: ComputedRef<readonly MarkedPlace[]>
  textAt(pageIndex: number, xMpt: number, yMpt: number): TextPlace | undefined
  /** Where a place is shown; one in a block without text, at the end of the block before it. */
  caretAt(place: TextPlace): CaretPlace | undefined
}

/** A finder on the pages of a composer, which shows such a document. */
export function createPageFinder(
  { shown, outlines }: Composer,
  content: Readonly<ShallowRef<Document>>,
): PageFinder {
  const sheets = computed(() => [
    ...(shown.value?.pages ?? []),
    ...(shown.value?.oversetPages ?? []),
  ])
  const searched = computed(() => ({
    pages: sheets.value,
    frames: shown.value?.frames ?? [],
    printedCount: shown.value?.pages.length ?? 0,
    advanceOf: (face: string, glyph: number) => outlines.advance(face, glyph),
  }))
  const places = computed(() => markPlaces(shown.value?.findings ?? [], searched.value))

  const blocksBefore = ({ storyId, blockId }: TextPlace): readonly TextPlace[] => {
    const story = content.value.issue.records.stories[storyId]
    const blocks = story === undefined ? [] : textBlocks(story)
    const at = blocks.findIndex(({ id }) => id === blockId)
    return blocks
      .slice(0, Math.max(0, at))
      .reverse()
      .map(({ id, text }) => ({ storyId, blockId: id, offset: text.length }))
  }

  return {
    sheets,
    places,
    textAt: (pageIndex, xMpt, yMpt) => textAt(pageIndex, searched.value, xMpt, yMpt),
    caretAt(place) {
      const own = caretAt(searched.value, place)
      if (own !== undefined) return own
      for (const before of blocksBefore(place)) {
        const caret = caretAt(searched.value, before)
        if (caret !== undefined) return caret
      }
      return undefined
    },
  }
}
