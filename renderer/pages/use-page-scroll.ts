import { ref, type Ref, type ShallowRef } from 'vue'
import type { PageArea } from '../../engine/layout/composition'

/** Space kept around what is brought into view, in CSS pixels. */
const MARGIN_PX = 40
/** Space above a row of pages that is turned to. */
const ABOVE_PX = 20

/** A place on a sheet that is to be seen. */
export interface SheetPlace {
  readonly pageIndex: number
  readonly area: PageArea
}

/** Where the pane of the pages is scrolled to. */
export interface PageScroll {
  /** The row of pages that is looked at. */
  readonly current: Ref<number>
  /** Takes note of where a person has scrolled. */
  noteScroll(): void
  /** Turns to a row of pages; to its top. */
  show(row: number): void
  /** Scrolls as little as it takes to see a place, of a sheet that begins so far from its trim. */
  reveal(place: SheetPlace, scale: number, marginMpt: number): void
}

/** Follows and moves the scrolling of a pane that holds rows of pages, each a `.spread`. */
export function usePageScroll(pane: Readonly<ShallowRef<HTMLElement | null>>): PageScroll {
  const current = ref(0)
  const rows = (): HTMLElement[] => [
    ...(pane.value?.querySelectorAll<HTMLElement>('.spread') ?? []),
  ]
  return {
    current,
    noteScroll() {
      const element = pane.value
      if (element === null) return
      const { scrollTop, clientHeight, scrollHeight } = element
      const line = scrollTop + clientHeight / 3
      const isAtEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1
      const all = rows()
      const index = all.findIndex(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight > line)
      if (isAtEnd) current.value = Math.max(0, all.length - 1)
      else if (index >= 0) current.value = index
    },
    show(row) {
      const element = rows()[row]
      if (element === undefined || pane.value === null) return
      pane.value.scrollTop = element.offsetTop - ABOVE_PX
      current.value = row
    },
    reveal({ pageIndex, area }, scale, marginMpt) {
      const sheet = pane.value?.querySelector<HTMLElement>(`[data-page="${String(pageIndex)}"]`)
      if (sheet === undefined || sheet === null || pane.value === null) return
      const { left, top } = sheet.getBoundingClientRect()
      const view = pane.value.getBoundingClientRect()
      const leftPx = left + (area.leftMpt + marginMpt) * scale
      const topPx = top + (area.topMpt + marginMpt) * scale
      pane.value.scrollTop += neededMove(topPx, area.heightMpt * scale, view.top, view.bottom)
      pane.value.scrollLeft += neededMove(leftPx, area.widthMpt * scale, view.left, view.right)
    },
  }
}

/** How far a stretch is out of view; of one longer than the view its beginning counts. */
function neededMove(from: number, length: number, viewFrom: number, viewTo: number): number {
  const before = from - (viewFrom + MARGIN_PX)
  const after = from + length - (viewTo - MARGIN_PX)
  if (before < 0) return before
  return after > 0 ? Math.min(before, after) : 0
}
