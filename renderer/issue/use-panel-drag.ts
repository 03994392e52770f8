import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import { type DropGap, type DropPlace, nearestGap, type PanelRow } from './drop-gaps'

/** What is being dragged, where the pointer is, and the gap that it would be dropped into. */
export interface PanelDrag {
  readonly row: PanelRow
  readonly x: number
  readonly y: number
  readonly gap: DropGap | undefined
}

/** What a list that is dragged in tells and is told. */
export interface PanelDragOptions {
  /** The part that scrolls; its rows have `data-drag` (their kind) and `data-id`. */
  readonly list: Readonly<ShallowRef<HTMLElement | null>>
  isDisabled(): boolean
  gapsFor(row: PanelRow, rows: readonly PanelRow[]): readonly DropGap[]
  drop(row: PanelRow, place: DropPlace): void
}

/** A press that wanders less than this is a click. */
const THRESHOLD_PX = 5
/** This near to its ends the list scrolls, by so much a frame. */
const EDGE_PX = 36
const SCROLL_PX = 9

/** Buttons that are pressed for themselves, and fields. */
const NOT_DRAGGED = '.row-button, input, [data-no-drag]'

/** Drags rows of a list with a mouse or a pen. Escape lets go of them where they were. */
export function usePanelDrag({ list, isDisabled, gapsFor, drop }: PanelDragOptions) {
  const drag = shallowRef<PanelDrag | null>(null)
  let pressed: { readonly row: PanelRow; readonly x: number; readonly y: number } | undefined
  let frame = 0

  const readRows = (): readonly PanelRow[] =>
    [...(list.value?.querySelectorAll<HTMLElement>('[data-drag]') ?? [])].map(readRow)

  const follow = (row: PanelRow, x: number, y: number): void => {
    drag.value = { row, x, y, gap: nearestGap(gapsFor(row, readRows()), y) }
  }

  const scroll = (): void => {
    const box = list.value?.getBoundingClientRect()
    if (drag.value === null || box === undefined || list.value === null) return
    const { row, x, y } = drag.value
    const by = y < box.top + EDGE_PX ? -SCROLL_PX : y > box.bottom - EDGE_PX ? SCROLL_PX : 0
    if (by !== 0) {
      list.value.scrollTop += by
      follow(row, x, y)
    }
    frame = requestAnimationFrame(scroll)
  }

  const move = (event: PointerEvent): void => {
    if (pressed === undefined) return
    const { row, x, y } = pressed
    const isFar = Math.hypot(event.clientX - x, event.clientY - y) >= THRESHOLD_PX
    if (drag.value === null && !isFar) return
    if (drag.value === null) frame = requestAnimationFrame(scroll)
    follow(row, event.clientX, event.clientY)
  }

  const end = (): void => {
    pressed = undefined
    drag.value = null
    cancelAnimationFrame(frame)
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', release)
    removeEventListener('pointercancel', end)
    removeEventListener('blur', end)
    removeEventListener('keydown', escape, { capture: true })
  }

  const release = (): void => {
    const dragged = drag.value
    end()
    if (dragged === null) return
    // The row that was pressed is not to be clicked as well.
    addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => {
      removeEventListener('click', swallow, { capture: true })
    })
    if (dragged.gap !== undefined) drop(dragged.row, dragged.gap.place)
  }

  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || drag.value === null) return
    event.preventDefault()
    event.stopPropagation()
    end()
  }

  onBeforeUnmount(end)

  return {
    drag,
    /** Begins with the row that the pointer pressed, once it is moved. */
    press(event: PointerEvent): void {
      const target = event.target as Element
      const row = target.closest<HTMLElement>('[data-drag]')
      const isOther = event.button !== 0 || event.pointerType === 'touch' || isDisabled()
      if (isOther || row === null || target.closest(NOT_DRAGGED) !== null) return
      pressed = { row: readRow(row), x: event.clientX, y: event.clientY }
      addEventListener('pointermove', move)
      addEventListener('pointerup', release)
      addEventListener('pointercancel', end)
      addEventListener('blur', end)
      addEventListener('keydown', escape, { capture: true })
    },
  }
}

function readRow(element: HTMLElement): PanelRow {
  const { top, bottom } = element.getBoundingClientRect()
  const kind = element.dataset['drag'] === 'section' ? 'section' : 'story'
  return { kind, id: element.dataset['id'] ?? '', top, bottom }
}

function swallow(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
