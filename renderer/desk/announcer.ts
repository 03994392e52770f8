import { ref } from 'vue'

/** What a screen reader is to say next; the desk has one place for it, which it reads out. */
export const announcement = ref('')

/** Has a screen reader say what happened, where it cannot be heard from what has the focus. */
export function announce(text: string): void {
  // Said twice in a row, a text must differ to be heard again.
  announcement.value = announcement.value === text ? `${text}\u00a0` : text
}
