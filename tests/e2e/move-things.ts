import type { CDPSession, Locator } from 'playwright-core'

interface Point {
  readonly x: number
  readonly y: number
}

/** Where within an element: shares of its width and height. */
export type Within = readonly [x: number, y: number]

async function pointIn(target: Locator, [across, down]: Within): Promise<Point> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('There is nothing to drop on')
  return { x: box.x + box.width * across, y: box.y + box.height * down }
}

/** Drops files of this machine on an element, as they are dragged in from a file manager. */
export async function dropFiles(
  cdp: CDPSession,
  files: readonly string[],
  target: Locator,
  within: Within = [0.5, 0.5],
): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const point = await pointIn(target, within)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...point, data })
  }
}

/** Drags one element onto a place in another with the mouse, in steps as a hand does; both in sight. */
export async function dragTo(from: Locator, to: Locator, within: Within): Promise<void> {
  const page = from.page()
  await to.scrollIntoViewIfNeeded()
  await from.scrollIntoViewIfNeeded()
  const start = await pointIn(from, [0.3, 0.3])
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 8, start.y + 8, { steps: 2 })
  // A list that is dragged in may scroll under the hand, which then goes to where the place is now.
  for (const steps of [6, 2]) {
    const end = await pointIn(to, within)
    await page.mouse.move(end.x, end.y, { steps })
  }
  await page.mouse.up()
}
