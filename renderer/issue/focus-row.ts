import { nextTick } from 'vue'

/** Puts the focus on the row of a section or story, once the list shows it as it is by now. */
export async function focusRow(id: string): Promise<void> {
  await nextTick()
  document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus()
}
