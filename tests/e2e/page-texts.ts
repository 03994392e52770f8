import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import type { Words } from '../../renderer/language/zh'
import { readWithPdfjs } from '../readers/read-with-pdfjs'

/** Without white space, and without what marks a brief, which to those who listen is a list. */
const dense = (text: string): string => text.replace(/\s|◆/g, '')

/** What each page of the desk says to those who listen to it. */
export async function readShownTexts(page: Page, { pages }: Words): Promise<readonly string[]> {
  const texts: string[] = []
  for (const sheet of await sheetsOf(page).all()) {
    await sheet.scrollIntoViewIfNeeded()
    // Only pages in sight have their text; every page of these issues has some.
    await sheet
      .getByText(/\p{Script=Han}/u)
      .first()
      .waitFor({ state: 'attached' })
    const text = (await sheet.textContent()) ?? ''
    texts.push(dense(text.replaceAll(`${pages.code} `, '')))
  }
  return texts
}

/** The pages that are shown and will be printed. */
export const sheetsOf = (page: Page): Locator => page.locator('.sheet:not([data-overset])')

/** What an independent reader finds on each page of a PDF beside its furniture. */
export async function readPrintedTexts(path: string): Promise<readonly string[]> {
  const { pages } = await readWithPdfjs(new Uint8Array(readFileSync(path)))
  return pages.map(({ text }) => dense(text))
}
