/** Keeps a file that is dragged or dropped anywhere from being opened in place of the desk. */
export function keepWindow(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
}
