/**
 * For a menu that closes: leaves the focus where what was chosen has put it, and else lets the menu
 * give it back to what opened it.
 */
export function leaveFocus(event: Event): void {
  const { activeElement } = document
  const isFree = activeElement === null || activeElement === document.body
  if (!isFree && activeElement.closest('[role="menu"]') === null) event.preventDefault()
}
