import type { Page } from 'playwright-core'

/** What may be wider than it is shown, and is scrolled. */
const SCROLLED_ACROSS = '.pages-scroll'

/**
 * Text that cannot be read as a whole where it stands: it reaches beyond the window or beyond
 * something that cuts it off, and no title says it; fields whose hint is longer than they are; and
 * what scrolls sideways though it is not meant to.
 */
export function findCuts(page: Page): Promise<readonly string[]> {
  return page.evaluate((scrolledAcross) => {
    const SLACK_PX = 1.5
    const found = new Set<string>()
    const name = (element: Element): string =>
      `${element.localName}.${String(element.className)}: ${(element.textContent ?? '').trim().slice(0, 40)}`
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
      // A tip says itself to those who do not see it.
      element.closest('.visually-hidden, [role=tooltip]') === null
    const isSaid = (element: Element): boolean =>
      element.closest('[title]:not([title=""])') !== null ||
      element.closest('button[aria-label], a[aria-label]') !== null

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent === null || (node.nodeValue ?? '').trim() === '' || !isSeen(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const text = range.getBoundingClientRect()
      if (text.width < 1 || isSaid(parent)) continue
      for (let box: Element | null = parent; box !== null; box = box.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(box)
        const edge = box.getBoundingClientRect()
        const isScrolled = overflowX === 'auto' || overflowX === 'scroll'
        if (isScrolled && box.matches(scrolledAcross)) break
        const isAcross = text.right > edge.right + SLACK_PX || text.left < edge.left - SLACK_PX
        if (overflowX !== 'visible' && isAcross) found.add(name(parent))
        const isDown = text.bottom > edge.bottom + SLACK_PX || text.top < edge.top - SLACK_PX
        if (/hidden|clip/.test(overflowY) && isDown) found.add(name(parent))
        if (overflowY === 'auto' || overflowY === 'scroll' || position === 'fixed') break
      }
      const isOutside = text.left < -SLACK_PX || text.right > innerWidth + SLACK_PX
      if (isOutside && parent.closest(scrolledAcross) === null) found.add(name(parent))
    }

    const pen = document.createElement('canvas').getContext('2d')
    for (const element of Array.from(document.querySelectorAll('*'))) {
      if (!isSeen(element)) continue
      const style = getComputedStyle(element)
      const isWide = element.scrollWidth > element.clientWidth + SLACK_PX
      if (/auto|scroll/.test(style.overflowX) && isWide && !element.matches(scrolledAcross)) {
        found.add(`scrolls sideways: ${name(element)}`)
      }
      if (!(element instanceof HTMLInputElement) || pen === null) continue
      pen.font = style.font
      const room =
        element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
      const hint = element.value === '' ? element.placeholder : ''
      if (pen.measureText(hint).width > room + SLACK_PX) found.add(`hint: ${hint}`)
    }
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.add('the window scrolls sideways')
    return [...found]
  }, SCROLLED_ACROSS)
}
