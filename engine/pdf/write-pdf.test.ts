import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { itWithTool, withBench } from '../../tests/readers/external-tool'
import { readWithPdfjs } from '../../tests/readers/read-with-pdfjs'
import { colourAt, findBlankGlyphs, renderWithPdfium } from '../../tests/readers/render-with-pdfium'
import {
  image,
  makeSamplePictures,
  openSampleFaces,
  samplePages,
  type SampleFaces,
} from '../../tests/readers/sample-pages'
import { pageOf, setByHand } from '../../tests/readers/set-page'
import { writeTestPdf } from '../../tests/readers/write-test-pdf'
import type { SheetExtent } from '../document/export-preset'
import type { Face } from '../fonts/face'
import type { Bookmark, ComposedPage } from '../layout/page'
import type { Picture } from './embed-picture'

const SLUG_MPT = 28_346
const SHEETS = ['marks', 'bleed'] as const

let faces: SampleFaces
let all: readonly Face[]
let pictures: ReadonlyMap<string, Picture>
let pages: readonly ComposedPage[]

beforeAll(async () => {
  faces = openSampleFaces()
  all = Object.values(faces)
  pictures = await makeSamplePictures()
  pages = samplePages(faces)
})

const bookmarks: readonly Bookmark[] = [
  { title: '渝工铸魂', level: 1, pageIndex: 0, yMpt: 300_000 },
  { title: '版心周报', level: 2, pageIndex: 0, yMpt: 320_000 },
  { title: '一周动态', level: 1, pageIndex: 1, yMpt: 0 },
  { title: '（一）A & B', level: 2, pageIndex: 1, yMpt: 80_000 },
  { title: '𠮷祥', level: 2, pageIndex: 1, yMpt: 90_000 },
]

async function writeBulletin(sheet: SheetExtent): Promise<Uint8Array> {
  return writeTestPdf(pages, all, { sheet, bookmarks, pictures })
}

describe('writePdf', () => {
  it('writes the same bytes for the same input', async () => {
    expect(await writeBulletin('marks')).toEqual(await writeBulletin('marks'))
  })

  it('gives a different id to different content', async () => {
    const idOf = async (text: string) => {
      const items = setByHand(text, 60_000, 60_000, { han: faces.song, latin: faces.latin })
      const pdf = await writeTestPdf([pageOf(items)], all)
      return /\/ID \[ <(\w{32})> <\1> \]/.exec(Buffer.from(pdf).toString('latin1'))?.[1]
    }
    const id = await idOf('甲')
    expect(id).toBeDefined()
    expect(await idOf('甲')).toBe(id)
    expect(await idOf('乙')).not.toBe(id)
  })

  it('nests its boxes, exact to a hundredth of a point', async () => {
    for (const sheet of SHEETS) {
      const edge = (sheet === 'marks' ? SLUG_MPT : 0) / 1000
      const document = await PDFDocument.load(await writeBulletin(sheet))
      for (const page of document.getPages()) {
        const trim = page.getTrimBox()
        expect(trim.x).toBeCloseTo(edge + 8.504, 2)
        expect(trim.y).toBeCloseTo(edge + 8.504, 2)
        expect(trim.width).toBeCloseTo(595.276, 2)
        expect(trim.height).toBeCloseTo(841.89, 2)
        const bleed = page.getBleedBox()
        expect(bleed.x).toBeCloseTo(edge, 2)
        expect(bleed.width).toBeCloseTo(595.276 + 2 * 8.504, 2)
        const media = page.getMediaBox()
        expect([media.x, media.y]).toEqual([0, 0])
        expect(media.width).toBeCloseTo(595.276 + 2 * (8.504 + edge), 2)
        expect(media.height).toBeCloseTo(841.89 + 2 * (8.504 + edge), 2)
        expect(page.getCropBox()).toEqual(media)
      }
    }
  })

  it('has the sheet end at the trim where there is neither bleed nor slug', async () => {
    const plain = await writeTestPdf([pageOf([], { bleedMpt: 0 })], all)
    for (const pdf of [plain, await writeBulletin('trim')]) {
      const page = (await PDFDocument.load(pdf)).getPage(0)
      expect(page.getMediaBox()).toEqual(page.getTrimBox())
      expect(page.getMediaBox()).toMatchObject({ x: 0, y: 0, width: 595.276, height: 841.89 })
    }
  })

  it('carries outline, page labels and metadata', async () => {
    const read = await readWithPdfjs(await writeBulletin('bleed'))
    expect(read.outline).toEqual([
      {
        title: '渝工铸魂',
        pageIndex: 0,
        children: [{ title: '版心周报', pageIndex: 0, children: [] }],
      },
      {
        title: '一周动态',
        pageIndex: 1,
        children: [
          { title: '（一）A & B', pageIndex: 1, children: [] },
          { title: '𠮷祥', pageIndex: 1, children: [] },
        ],
      },
    ])
    expect(read.labels).toEqual(['1', '2'])
    expect(read.info).toMatchObject({
      PDFFormatVersion: '1.6',
      Language: 'zh-CN',
      Title: '题目',
      Author: '编辑部',
      Producer: 'Banxin',
      Creator: 'Banxin',
      CreationDate: "D:20240506080000+08'00'",
      ModDate: "D:20240506080000+08'00'",
    })
    expect(read.xmp).toContain('<rdf:li xml:lang="x-default">题目</rdf:li>')
  })

  it('keeps its metadata uncompressed', async () => {
    const text = Buffer.from(await writeBulletin('bleed')).toString('utf8')
    expect(text).toContain('<xmp:CreateDate>2024-05-06T08:00:00+08:00</xmp:CreateDate>')
  })

  it('embeds a picture once though it is placed twice', async () => {
    const text = Buffer.from(await writeBulletin('bleed')).toString('latin1')
    expect(text.match(/\/Subtype \/Image/g)).toHaveLength(2)
  })

  it('names a picture that was not given', async () => {
    await expect(writeTestPdf([pageOf([image({})])], all)).rejects.toThrow('poster')
  })

  it('draws every glyph that it uses', async () => {
    for (const sheet of SHEETS) {
      const open = (id: string) => {
        const face = all.find((candidate) => candidate.id === id)
        if (face === undefined) throw new Error(id)
        return face
      }
      const origin = 8_504 + (sheet === 'marks' ? SLUG_MPT : 0)
      const pdf = await writeBulletin(sheet)
      expect(await findBlankGlyphs(pdf, pages, open, origin)).toEqual([])
    }
  })

  it('crops a picture to its frame', async () => {
    const rendered = await renderWithPdfium(await writeBulletin('bleed'), 1)
    const at = (pageIndex: number, x: number, y: number) => {
      const page = rendered[pageIndex]
      if (page === undefined) throw new Error('no page')
      const colour = colourAt(page, Math.round(x + 8.5), Math.round(y + 8.5))
      return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff] as const
    }
    const [red, , blue] = at(0, 150, 130)
    expect(red).toBeGreaterThan(blue + 80)
    expect(at(0, 250, 230)).toEqual([255, 255, 255])
    for (const [x, y] of [
      [105, 525],
      [295, 525],
      [105, 715],
      [295, 715],
    ] as const) {
      const [r, green, b] = at(1, x, y)
      expect(green).toBeGreaterThan(Math.max(r, b) + 30)
    }
    expect(at(1, 95, 600)).toEqual([255, 255, 255])
    expect(at(1, 305, 600)).toEqual([255, 255, 255])
  })

  itWithTool('qpdf', 'is clean', async () => {
    for (const sheet of SHEETS) {
      await withBench(await writeBulletin(sheet), (bench) => {
        const { code, output } = bench.run('qpdf', '--check', 'document.pdf')
        expect(output).toContain('No syntax or stream encoding errors found')
        expect(code).toBe(0)
      })
    }
  })

  itWithTool('pdfinfo', 'says its boxes to others too', async () => {
    await withBench(await writeBulletin('marks'), (bench) => {
      const { output } = bench.run('pdfinfo', '-box', '-f', '1', '-l', '2', 'document.pdf')
      expect(output).toMatch(/Page +2 TrimBox: +36.85 +36.85 +632.13 +878.74/)
      expect(output).toMatch(/Page +2 BleedBox: +28.35 +28.35 +640.63 +887.24/)
      expect(output).toMatch(/Page +2 CropBox: +0.00 +0.00 +668.98 +915.59/)
    })
  })

  itWithTool('pdffonts', 'embeds subsets of TrueType faces and nothing else', async () => {
    await withBench(await writeBulletin('bleed'), (bench) => {
      const rows = bench.run('pdffonts', 'document.pdf').output.trim().split('\n').slice(2)
      expect(rows).toHaveLength(5)
      for (const row of rows) {
        expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/)
      }
    })
  })

  itWithTool('pdfimages', 'keeps pictures on the inks they were made for', async () => {
    await withBench(await writeBulletin('bleed'), (bench) => {
      const { output } = bench.run('pdfimages', '-list', 'document.pdf')
      expect(output).toMatch(/image +64 +64 +cmyk +4 +8 +jpeg/)
      expect(output).toMatch(/image +8 +8 +gray +1 +8 +jpeg/)
    })
  })
})
