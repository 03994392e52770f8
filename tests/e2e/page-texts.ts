import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { readWithPdfjs } from '../readers/read-with-pdfjs'

const dense = (text: string): string => text.replace(/\s/g, '')

/** What each page of the desk says to those who listen to it, without white space. */
export async function readShownTexts(page: Page): Promise<readonly string[]> {
  const sheets = page.getByRole('article')
  const texts: string[] = []
  for (const sheet of await sheets.all()) {
    await sheet.scrollIntoViewIfNeeded()
    // Only pages in sight have their text; every page of these issues has some.
    await sheet.getByText(/\p{Script=Han}/u).first().waitFor({ state: 'attached' })
    texts.push(dense((await sheet.textContent()) ?? ''))
  }
  return texts
}

/** What an independent reader finds on each page of a PDF beside its furniture, likewise. */
export async function readPrintedTexts(path: string): Promise<readonly string[]> {
  const { pages } = await readWithPdfjs(new Uint8Array(readFileSync(path)))
  return pages.map(({ text }) => dense(text))
}
