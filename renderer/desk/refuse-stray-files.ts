import { hasWindow } from './host-address'

/**
 * Files that are dropped where nobody takes them do not take the place of the desk, nor open beside
 * it: the hand that drags them sees that they cannot be dropped there. A window of the system takes
 * issues anywhere, and only when they are dropped it is known what they are.
 */
export function refuseStrayFiles(): void {
  for (const type of ['dragover', 'drop'] as const) {
    addEventListener(type, (event) => {
      const { dataTransfer, defaultPrevented } = event
      if (defaultPrevented || dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      if (!hasWindow) dataTransfer.dropEffect = 'none'
    })
  }
}
