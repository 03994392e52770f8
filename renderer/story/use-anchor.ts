import type { EditorView } from 'prosemirror-view'
import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef, watch } from 'vue'

/** A box on the sheet that the editor lies on, in CSS pixels from its top left corner. */
export interface AnchorBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * Where something in an editor stands on the sheet, so that a control can float beside it: measured
 * whenever the editor's state or size changes; `null` while `measure` finds nothing.
 */
export function useAnchor(
  view: () => EditorView | null,
  changes: () => unknown,
  measure: (view: EditorView) => DOMRect | undefined,
): ShallowRef<AnchorBox | null> {
  const box = shallowRef<AnchorBox | null>(null)

  const look = (): void => {
    const editor = view()
    const found = editor === null || editor.isDestroyed ? undefined : measure(editor)
    const sheet = found && editor?.dom.parentElement?.getBoundingClientRect()
    if (found === undefined || sheet === undefined) {
      box.value = null
      return
    }
    const { left, top, width, height } = found
    box.value = { left: left - sheet.left, top: top - sheet.top, width, height }
  }

  const resizing = new ResizeObserver(look)
  watch(changes, look, { flush: 'post' })
  watch(
    view,
    (editor, before) => {
      if (before) resizing.unobserve(before.dom)
      if (editor) resizing.observe(editor.dom)
    },
    { flush: 'post' },
  )
  onMounted(() => {
    const editor = view()
    if (editor !== null) resizing.observe(editor.dom)
    look()
  })
  onBeforeUnmount(() => {
    resizing.disconnect()
  })
  return box
}
