import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import jsQR from 'jsqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Face } from '../engine/fonts/face'
import { loadFaces } from '../host/load-faces'
import { makePhotos } from './issue/make-photos'
import { readManuscriptStories } from './issue/manuscript-story'
import { composePackage, runBanxin, type PrintedComposition } from './issue/run-banxin'
import { mostInk, separate } from './issue/separations'
import { boxOfArt, findBlackText, readSheetBoxes, type SheetBoxes } from './issue/sheet'
import { checkPages } from './pages/check-pages'
import { RUNNING_STYLES } from './pages/running-styles'
import { hasTool, withBench } from './readers/external-tool'
import { readWithPdfjs } from './readers/read-with-pdfjs'
import { findBlankGlyphs, renderWithPdfium } from './readers/render-with-pdfium'

const manuscript = fileURLToPath(new URL('../../shared/seeds/000-manuscript.md', import.meta.url))
const hasSeed = existsSync(manuscript)

const MM_PT = 72 / 25.4
const SHEET = { widthPt: 210 * MM_PT, heightPt: 297 * MM_PT, bleedPt: 3 * MM_PT }
const withoutSpaces = (text: string): string => text.replace(/\s/gu, '')

describe.skipIf(!hasSeed)(
  '../shared/seeds/000-manuscript.md with two photos, through the command line',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-issue-'))
    const issuePath = join(folder, 'issue.banxin')
    let pdf: Uint8Array
    let composition: PrintedComposition
    let boxes: readonly SheetBoxes[]

    function exportTo(name: string): Uint8Array {
      const path = join(folder, name)
      runBanxin(['export', issuePath, '-o', path])
      return new Uint8Array(readFileSync(path))
    }

    beforeAll(async () => {
      await makePhotos(folder)
      runBanxin([
        ...['new', '--template', 'weekly', '--manuscript', manuscript, '--photos', folder],
        ...['--number', '12', '--date', '2024-10-31', '-o', issuePath],
      ])
      pdf = exportTo('issue.pdf')
      composition = composePackage(issuePath)
      boxes = await readSheetBoxes(pdf)
    })

    afterAll(() => {
      rmSync(folder, { recursive: true })
    })

    /** From the left and top edge of the sheet to the trimmed page. */
    function originOf(pageIndex: number): { leftPt: number; topPt: number } {
      const page = boxes[pageIndex]
      if (page === undefined) throw new Error(`the PDF has no page ${pageIndex}`)
      return { leftPt: page.trim[0] - page.media[0], topPt: page.media[3] - page.trim[3] }
    }

    it('gives every story back to pdf.js as its manuscript has it, captions between paragraphs', async () => {
      const { pages } = await readWithPdfjs(pdf)
      const stories = readManuscriptStories(readFileSync(manuscript, 'utf8'))
      expect(stories.length).toBeGreaterThan(3)
      let rest = withoutSpaces(pages.map((page) => page.text).join(''))
      for (const { heads, parts, captions } of stories) {
        for (const head of heads.map(withoutSpaces)) {
          expect(rest.slice(0, head.length)).toBe(head)
          rest = rest.slice(head.length)
        }
        const waiting = new Set(captions.map(withoutSpaces))
        const skipCaption = (): void => {
          const caption = [...waiting].find((each) => rest.startsWith(each))
          if (caption === undefined) return
          waiting.delete(caption)
          rest = rest.slice(caption.length)
        }
        for (const part of parts.map(withoutSpaces)) {
          skipCaption()
          expect(rest.slice(0, part.length)).toBe(part)
          rest = rest.slice(part.length)
        }
        skipCaption()
        expect([...waiting], `captions of ${heads.join()}`).toEqual([])
      }
      expect(rest).toBe('')
    })

    it('keeps the spaces that were typed', async () => {
      const { pages } = await readWithPdfjs(pdf)
      expect(pages.map((page) => page.text).join('')).toContain('“壮美三峡 诗画长江”')
    })

    it('shows PDFium every distinct glyph of every face', async () => {
      const ids = new Set(
        composition.pages.flatMap((page) =>
          page.items.flatMap((item) => (item.kind === 'glyphs' ? [item.face] : [])),
        ),
      )
      const requests = [...ids].map((id) => {
        const slash = id.lastIndexOf('/')
        return { family: id.slice(0, slash), weight: Number(id.slice(slash + 1)) }
      })
      const faces = new Map((await loadFaces(requests)).map((face) => [face.id, face]))
      const faceOf = (id: string): Face => {
        const face = faces.get(id)
        if (face === undefined) throw new Error(`no face ${id}`)
        return face
      }
      const originMpt = Math.round(1_000 * originOf(0).leftPt)
      expect(originOf(0).topPt).toBeCloseTo(originOf(0).leftPt, 2)
      expect(await findBlankGlyphs(pdf, composition.pages, faceOf, originMpt)).toEqual([])
    })

    it.skipIf(!hasTool('pdffonts'))(
      'embeds only subset CID TrueType fonts (needs pdffonts)',
      async () => {
        const { output } = await withBench(pdf, (bench) => bench.run('pdffonts', bench.pdf))
        const fonts = output.trim().split('\n').slice(2)
        expect(fonts.length).toBeGreaterThan(2)
        for (const font of fonts) {
          expect(font).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /)
        }
      },
    )

    it.skipIf(!hasTool('gs'))('leaves C, M and Y empty under black text (needs gs)', async () => {
      const dotsPerInch = 150
      const plates = await withBench(pdf, (bench) =>
        separate(bench, dotsPerInch, composition.pages.length),
      )
      let regions = 0
      for (const page of composition.pages) {
        const { leftPt, topPt } = originOf(page.index)
        const plate = plates[page.index]
        if (plate === undefined) throw new Error(`no plates of page ${page.index}`)
        for (const box of findBlackText(page)) {
          regions += 1
          const toDots = (mpt: number, originPt: number): number =>
            ((mpt / 1_000 + originPt) * dotsPerInch) / 72
          const dots = {
            left: toDots(box.left, leftPt),
            right: toDots(box.right, leftPt),
            top: toDots(box.top, topPt),
            bottom: toDots(box.bottom, topPt),
          }
          const { Cyan, Magenta, Yellow, Black } = plate
          const inks = [Cyan, Magenta, Yellow].map((each) => mostInk(each, dots))
          const where = `page ${page.index} at ${box.left} ${box.top}`
          expect(inks, where).toEqual([0, 0, 0])
          expect(mostInk(Black, dots), where).toBeGreaterThan(80)
        }
      }
      expect(regions).toBeGreaterThan(100)
    })

    it('has trim and bleed boxes right to 0.01 pt inside the media box', () => {
      expect(boxes.length).toBe(composition.pages.length)
      for (const { media, bleed, trim } of boxes) {
        const [left, bottom] = trim
        const { widthPt, heightPt, bleedPt } = SHEET
        const wanted = [left, bottom, left + widthPt, bottom + heightPt]
        for (const [side, value] of trim.entries()) {
          expect(Math.abs(value - (wanted[side] ?? NaN))).toBeLessThan(0.01)
        }
        const outside = [
          left - bleedPt,
          bottom - bleedPt,
          left + widthPt + bleedPt,
          bottom + heightPt + bleedPt,
        ]
        for (const [side, value] of bleed.entries()) {
          expect(Math.abs(value - (outside[side] ?? NaN))).toBeLessThan(0.01)
        }
        expect(media[0]).toBeLessThanOrEqual(bleed[0])
        expect(media[1]).toBeLessThanOrEqual(bleed[1])
        expect(media[2]).toBeGreaterThanOrEqual(bleed[2])
        expect(media[3]).toBeGreaterThanOrEqual(bleed[3])
      }
    })

    it.skipIf(!hasTool('qpdf'))('is a PDF that qpdf has no complaint of (needs qpdf)', async () => {
      const run = await withBench(pdf, (bench) => bench.run('qpdf', '--check', bench.pdf))
      expect(`${run.output}${run.complaints}`).not.toMatch(/warning/i)
      expect(run.code).toBe(0)
    })

    it('is the same to the byte when it is exported again, and its pages are', () => {
      expect(Buffer.compare(exportTo('again.pdf'), pdf)).toBe(0)
      expect(composePackage(issuePath)).toEqual(composition)
    })

    it('prints a QR code that a reader decodes', async () => {
      const scale = 4
      const rendered = await renderWithPdfium(pdf, scale)
      const found = composition.pages.flatMap((page) =>
        page.items.flatMap((item) => {
          const image = rendered[page.index]
          const isCode = item.kind === 'path' && item.source.kind === 'story'
          if (!isCode || image === undefined) return []
          const box = boxOfArt(item)
          const { leftPt, topPt } = originOf(page.index)
          const quietPt = 8
          const left = Math.round((box.left / 1_000 + leftPt - quietPt) * scale)
          const top = Math.round((box.top / 1_000 + topPt - quietPt) * scale)
          const width = Math.round(((box.right - box.left) / 1_000 + 2 * quietPt) * scale)
          const height = Math.round(((box.bottom - box.top) / 1_000 + 2 * quietPt) * scale)
          const rows = Array.from({ length: height }, (_, row) => {
            const start = 4 * ((top + row) * image.width + left)
            return image.pixels.subarray(start, start + 4 * width)
          })
          const code = jsQR(Uint8ClampedArray.from(Buffer.concat(rows)), width, height)
          return code === null ? [] : [code.data]
        }),
      )
      expect(found).toEqual(['https://example.org/subsidy'])
    })

    it('has pages without a broken rule', () => {
      expect(checkPages(composition.pages, RUNNING_STYLES.weekly)).toEqual([])
    })
  },
)
