import type { Locator, Page } from 'playwright-core'

const MOST_STOPS = 150
/** Around an element: the card that it lies on may be what is marked. */
const MARGIN_PX = 32

/** What has the focus, as a person would name it; `body` where nothing has. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return 'body'
    const named = element as HTMLElement
    const label =
      element.getAttribute('aria-label') ??
      (element as HTMLInputElement).labels?.[0]?.textContent ??
      named.innerText
    const kind = element.getAttribute('role') ?? element.localName
    return `${kind} ${label.replace(/\s+/g, ' ').trim()}`
  })
}

/** Whether an element, or something in it, has the focus. */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.contains(document.activeElement))
}

/**
 * Goes to a control, or into what it holds, by one key, as often as it takes; throws when it is
 * never come to.
 */
export async function goTo(target: Locator, key: string): Promise<void> {
  const page = target.page()
  const passed: string[] = []
  await target.waitFor()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
    passed.push(await focusedName(page))
  }
  throw new Error(`Not come to by ${key}, but to ${[...new Set(passed)].join(' · ')}`)
}

/** See `goTo`: the next of them that Tab comes to. */
export const tabTo = (target: Locator): Promise<void> => goTo(target, 'Tab')

/** See `goTo`: the next of them going back. */
export const tabBackTo = (target: Locator): Promise<void> => goTo(target, 'Shift+Tab')

/** A place where Tab stops. */
export interface TabStop {
  readonly name: string
  /** Whether it looks otherwise than without the focus. */
  readonly isMarked: boolean
  readonly isInSight: boolean
}

/**
 * Goes through all that Tab stops at, once round, beginning where the focus is. Each stop is looked
 * at with the focus and without it.
 */
export async function walkStops(page: Page): Promise<readonly TabStop[]> {
  const stops: TabStop[] = []
  await page.evaluate(() => {
    for (const each of Array.from(document.querySelectorAll('[data-walked]'))) {
      each.removeAttribute('data-walked')
    }
  })
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press('Tab')
    const isNew = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return true
      const wasWalked = element.hasAttribute('data-walked')
      element.setAttribute('data-walked', '')
      return !wasWalked
    })
    if (!isNew) return stops
    if ((await focusedName(page)) !== 'body') stops.push(await lookAtFocus(page))
  }
  throw new Error('Tab comes to no end')
}

async function lookAtFocus(page: Page): Promise<TabStop> {
  const name = await focusedName(page)
  const box = await page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect()
    return box && { x: box.x, y: box.y, width: box.width, height: box.height }
  })
  const size = page.viewportSize()
  if (box === undefined || size === null) throw new Error('Nothing has the focus')
  const left = Math.max(0, box.x - MARGIN_PX)
  const top = Math.max(0, box.y - MARGIN_PX)
  const right = Math.min(size.width, box.x + box.width + MARGIN_PX)
  const bottom = Math.min(size.height, box.y + box.height + MARGIN_PX)
  if (right <= left || bottom <= top) return { name, isMarked: false, isInSight: false }
  const clip = { x: left, y: top, width: right - left, height: bottom - top }
  const look = () => page.screenshot({ clip, animations: 'disabled', caret: 'initial' })
  const focused = await look()
  // Where Tab goes on from stays where it was.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  const plain = await look()
  return { name, isMarked: !focused.equals(plain), isInSight: true }
}
