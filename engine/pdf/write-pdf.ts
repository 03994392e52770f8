import { mergeUint8Arrays, PDFHexString, PDFString, typedArrayFor, type PDFRef } from 'pdf-lib'
import type { ColourSpace, SheetExtent } from '../document/export-preset'
import type { TextLink } from '../document/text-links'
import type { Face, FaceId } from '../fonts/face'
import type { Subsetter } from '../fonts/subset'
import type { Bookmark, ComposedPage } from '../layout/page'
import { KNOCKOUT, OVERPRINT } from './content-painter'
import { embedFont } from './embed-font'
import { embedPicture, type Picture } from './embed-picture'
import { createFontUses } from './font-use'
import type { LinkArea } from './link-areas'
import { infoDictionary, xmpPacket, type DocumentInfo } from './info-and-xmp'
import { writeOutline } from './outline'
import type { Box } from './page-boxes'
import { writePageContent, type PageContent } from './page-content'
import { pageLabels } from './page-labels'
import { createPdfFile, type Deflate, type Digest, type PdfFile } from './pdf-file'
import { ALL_PLATES } from './printer-marks'

/** A composed document, and what the host lends for writing it. */
export interface PdfInput {
  readonly pages: readonly ComposedPage[]
  readonly faces: (id: FaceId) => Face
  /** By asset id; every asset that a page shows is in it. */
  readonly pictures: ReadonlyMap<string, Picture>
  readonly bookmarks: readonly Bookmark[]
  readonly info: DocumentInfo
  readonly sheet: SheetExtent
  /** What the inks of the pages are written as; that of pictures is their own. */
  readonly colourSpace: ColourSpace
  /** Text that can be clicked, such as it is on the pages. */
  readonly links: readonly TextLink[]
  readonly subsetter: Subsetter
  readonly deflate: Deflate
  readonly digest: Digest
}

const ID_BYTES = 16

function boxInPoints(box: Box): number[] {
  return box.map((mpt) => mpt / 1000)
}

/** A link without a frame (PDF 32000 12.5.6.5); what an address has beyond ASCII is escaped. */
function addLink(file: PdfFile, { href, box }: LinkArea): PDFRef {
  const address = href
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[^!-~]+/g, (text) => encodeURIComponent(text))
  return file.add({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: boxInPoints(box),
    Border: [0, 0, 0],
    A: { S: 'URI', URI: PDFHexString.fromBytes(typedArrayFor(address)) },
  })
}

/** The colour space of marks that print on every plate (PDF 32000 8.6.6.4). */
function addAllPlates(file: PdfFile): PDFRef {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 }
  return file.context.register(file.context.obj(['Separation', 'All', 'DeviceCMYK', tint]))
}

function addPictures(file: PdfFile, input: PdfInput, names: ReadonlyMap<string, string>) {
  const refs = new Map<string, PDFRef>()
  for (const [assetId, name] of names) {
    const picture = input.pictures.get(assetId)
    if (picture === undefined) throw new Error(`No picture was given for asset ${assetId}`)
    refs.set(name, embedPicture(file, picture))
  }
  return refs
}

/**
 * Writes pages as a PDF 1.6: what is drawn is what was composed, to a thousandth of a point; text
 * reads back as typed; the same input gives the same bytes.
 */
export async function writePdf(input: PdfInput): Promise<Uint8Array> {
  const { pages, sheet, info, bookmarks, digest } = input
  const file = createPdfFile(input.deflate)
  const { context } = file

  const fonts = createFontUses(input.faces)
  const pictureNames = new Map<string, string>()
  const namePicture = (assetId: string): string => {
    const name = pictureNames.get(assetId) ?? `P${pictureNames.size + 1}`
    pictureNames.set(assetId, name)
    return name
  }
  const contents = pages.map((page) => writePageContent(page, input, fonts, namePicture))

  const fontRefs = new Map<string, PDFRef>()
  const baseFonts: string[] = []
  for (const use of fonts.all) {
    const { ref, baseFont } = embedFont(file, use, input.subsetter, digest)
    fontRefs.set(use.name, ref)
    baseFonts.push(baseFont)
  }
  const pictureRefs = addPictures(file, input, pictureNames)
  const graphicsStates = file.add({
    [OVERPRINT]: { Type: 'ExtGState', OP: true, op: true, OPM: 1 },
    [KNOCKOUT]: { Type: 'ExtGState', OP: false, op: false, OPM: 0 },
  })
  const colorSpaces = sheet === 'marks' ? file.add({ [ALL_PLATES]: addAllPlates(file) }) : undefined

  const tree = context.nextRef()
  const addPage = ({ boxes, bytes, fontNames, assetIds, linkAreas }: PageContent): PDFRef => {
    const names = [...assetIds].map(namePicture)
    return file.add({
      Type: 'Page',
      Parent: tree,
      MediaBox: boxInPoints(boxes.media),
      CropBox: boxInPoints(boxes.media),
      BleedBox: boxInPoints(boxes.bleed),
      TrimBox: boxInPoints(boxes.trim),
      Resources: {
        Font: Object.fromEntries([...fontNames].map((name) => [name, fontRefs.get(name)])),
        XObject: Object.fromEntries(names.map((name) => [name, pictureRefs.get(name)])),
        ExtGState: graphicsStates,
        ColorSpace: colorSpaces,
      },
      Contents: file.addStream(bytes),
      Annots: linkAreas.length === 0 ? undefined : linkAreas.map((area) => addLink(file, area)),
    })
  }
  const pageRefs = contents.map(addPage)
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pageRefs, Count: pageRefs.length }))

  const xmp = xmpPacket(info)
  const outline = writeOutline(file, bookmarks, ({ pageIndex, yMpt }) => {
    const page = pageRefs[pageIndex]
    const content = contents[pageIndex]
    if (page === undefined || content === undefined) {
      throw new Error(`A bookmark leads to page ${pageIndex}, which does not exist`)
    }
    return { page, yMpt: content.boxes.trim[3] - yMpt }
  })
  context.trailerInfo.Root = file.add({
    Type: 'Catalog',
    Pages: tree,
    Outlines: outline,
    PageLabels: { Nums: pageLabels(pages) },
    Lang: PDFString.of('zh-CN'),
    ViewerPreferences: { DisplayDocTitle: true },
    Metadata: file.addPlainStream(xmp, { Type: 'Metadata', Subtype: 'XML' }),
  })
  context.trailerInfo.Info = file.add(infoDictionary(info))

  const names = typedArrayFor([...baseFonts, ...pictureNames.keys()].join(' '))
  const identity = mergeUint8Arrays([xmp, names, ...contents.map(({ bytes }) => bytes)])
  const id = PDFHexString.fromBytes(digest(identity).subarray(0, ID_BYTES))
  context.trailerInfo.ID = context.obj([id, id])
  return file.serialise()
}
