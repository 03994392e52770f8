/**
 * Files that are dropped where nobody takes them do not take the place of the desk, nor open beside
 * it: the hand that drags them sees that they cannot be dropped there.
 */
export function refuseStrayFiles(): void {
  for (const type of ['dragover', 'drop'] as const) {
    addEventListener(type, (event) => {
      const { dataTransfer, defaultPrevented } = event
      if (defaultPrevented || dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      dataTransfer.dropEffect = 'none'
    })
  }
}
