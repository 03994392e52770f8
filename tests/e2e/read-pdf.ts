import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What an independent reader finds in a PDF: its pages, and their text without white space. */
export async function readPdf(
  path: string,
): Promise<{ readonly pageCount: number; readonly text: string }> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 })
  const document = await task.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  const pageCount = document.numPages
  await task.destroy()
  return { pageCount, text: text.replace(/\s/g, '') }
}
