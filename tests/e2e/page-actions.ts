import { createHash } from 'node:crypto'
import type { CDPSession, Page } from 'playwright-core'
import type { ComposedPage } from '../../engine/layout/page'
import { composeFile } from '../../host/compose-file'
import { zh } from '../../renderer/language/zh'

const PAGES = '.pages-scroll'

/** The hash of the pages that the desk shows, once they are those of everything typed. */
export async function shownHash(page: Page): Promise<string> {
  // Wait for a change to reach the composer, which empties the hash, and then for its hash.
  await page.waitForTimeout(300)
  await page.waitForSelector(`${PAGES}[data-sha256]:not([data-sha256=""])`, { timeout: 60_000 })
  return (await page.getAttribute(PAGES, 'data-sha256')) ?? ''
}

/** How many pages the desk shows. */
export async function shownPageCount(page: Page): Promise<number> {
  return Number(await page.getAttribute(PAGES, 'data-pages'))
}

/** The hash of the pages of a file, composed in this process. */
export async function composedHash(path: string): Promise<string> {
  const { composition } = await composeFile(path, () => undefined)
  return hashPages(composition.pages)
}

/** The hash of pages, as the desk shows it. */
export function hashPages(pages: readonly ComposedPage[]): string {
  return createHash('sha256').update(JSON.stringify(pages)).digest('hex')
}

/** Types as an input method does: letters that turn into characters before they are text. */
export async function composeText(
  cdp: CDPSession,
  interim: readonly string[],
  text: string,
): Promise<void> {
  for (const each of interim) {
    const end = each.length
    const selection = { selectionStart: end, selectionEnd: end }
    await cdp.send('Input.imeSetComposition', { text: each, ...selection })
  }
  await cdp.send('Input.insertText', { text })
}

/** Pastes markup into whatever has the focus. */
export async function pasteHtml(page: Page, html: string): Promise<void> {
  await page.evaluate((markup) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', markup)
    const event = { clipboardData, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', event))
  }, html)
}

/** Undoes or does again until there is nothing left; gives how often. */
export async function turnAll(page: Page, name: '撤销' | '重做'): Promise<number> {
  const button = page.getByRole('button', { name, exact: true })
  let count = 0
  while (await button.isEnabled()) {
    await button.click()
    count += 1
  }
  return count
}

/** Saves under a name in the one folder that the desk may look into. */
export async function saveAs(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+s')
  await page.getByLabel(zh.file.name).fill(name)
  await page.getByRole('button', { name: zh.file.save, exact: true }).click()
  await page.getByText(zh.bar.saved, { exact: true }).waitFor()
}
