import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page as pdf.js reads it. */
export interface ReadPage {
  /** All text in reading order, furniture left out, lines joined without a separator. */
  readonly text: string
  /** The same, a line feed where pdf.js sees the end of a line. */
  readonly lines: string
  /** Text of furniture (artifacts). */
  readonly furniture: string
  /** The crop box in points: left, bottom, right, top. */
  readonly view: readonly number[]
}

/** A bookmark as pdf.js reads it. */
export interface ReadBookmark {
  readonly title: string
  readonly pageIndex: number
  readonly children: readonly ReadBookmark[]
}

/** A PDF as pdf.js reads it. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[]
  readonly outline: readonly ReadBookmark[]
  readonly labels: readonly string[] | null
  readonly info: Readonly<Record<string, unknown>>
  readonly xmp: string
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>
type OutlineNode = Awaited<ReturnType<PdfDocument['getOutline']>>[number]

async function readPage(page: PdfPage): Promise<ReadPage> {
  const content = await page.getTextContent({
    includeMarkedContent: true,
    disableNormalization: true,
  })
  const nested: string[] = []
  let text = ''
  let lines = ''
  let furniture = ''
  for (const item of content.items) {
    if ('str' in item) {
      const isFurniture = nested.includes('Artifact')
      if (isFurniture) furniture += item.str
      else {
        text += item.str
        lines += item.str + (item.hasEOL ? '\n' : '')
      }
    } else if (item.type === 'endMarkedContent') nested.pop()
    else nested.push('tag' in item ? String(item.tag) : '')
  }
  return { text, lines, furniture, view: page.view }
}

async function readOutline(
  document: PdfDocument,
  nodes: readonly OutlineNode[],
): Promise<ReadBookmark[]> {
  return Promise.all(
    nodes.map(async (node) => ({
      title: node.title,
      pageIndex: Array.isArray(node.dest)
        ? await document.getPageIndex(node.dest[0] as Parameters<PdfDocument['getPageIndex']>[0])
        : -1,
      children: await readOutline(document, node.items as OutlineNode[]),
    })),
  )
}

/** Reads a PDF with pdf.js: text, view, outline, page labels and metadata. */
export async function readWithPdfjs(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
  })
  const document = await task.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await readPage(await document.getPage(number)))
  }
  const { info, metadata } = await document.getMetadata()
  const read: ReadPdf = {
    pages,
    outline: await readOutline(document, (await document.getOutline()) ?? []),
    labels: await document.getPageLabels(),
    info: { ...info },
    xmp: metadata?.getRaw() ?? '',
  }
  await task.destroy()
  return read
}

/** Where a glyph stands on its sheet, in points from the lower left corner. */
export interface PlacedGlyph {
  readonly x: number
  readonly y: number
}

type Matrix = readonly [number, number, number, number, number, number]

/**
 * Follows the text operators of the first page as pdf.js hands them to its painter, and gives
 * the origin of every glyph that it would paint (PDF 32000 9.4.4).
 */
export async function readTextOperators(bytes: Uint8Array): Promise<readonly PlacedGlyph[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS })
  const page = await (await task.promise).getPage(1)
  const { fnArray, argsArray } = await page.getOperatorList()
  const placed: PlacedGlyph[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let size = 1
  let stretch = 1
  let pen = 0
  for (const [index, code] of fnArray.entries()) {
    const args = argsArray[index] as unknown[]
    if (code === OPS.setFont) size = args[1] as number
    else if (code === OPS.setHScale) stretch = (args[0] as number) / 100
    else if (code === OPS.setTextMatrix) {
      matrix = [...(args[0] as Iterable<number>)] as unknown as Matrix
      pen = 0
    } else if (code === OPS.showText) {
      for (const shown of args[0] as readonly (number | { readonly width: number })[]) {
        if (typeof shown === 'number') pen -= (shown / 1000) * size * stretch
        else {
          placed.push({ x: matrix[0] * pen + matrix[4], y: matrix[5] })
          pen += (shown.width / 1000) * size * stretch
        }
      }
    }
  }
  await task.destroy()
  return placed
}
