import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ComposedPage } from '../../engine/layout/page'
import { composePackage, runBanxin } from '../issue/run-banxin'
import { readSheetBoxes, type SheetBoxes } from '../issue/sheet'
import { comparePictures, type PictureDifference } from '../pixels/compare-pictures'
import { averageDown, type PixelPicture, readPng, writePng } from '../pixels/pixel-picture'
import { type PixelBox, renderWithPdfium } from '../readers/render-with-pdfium'

/** A hundred pixels to an inch. */
const PIXELS_PER_POINT = 100 / 72

/** So few colours that a page takes little room; text keeps its greys, and each ink its hue. */
const COLOURS = 16

/** An eighth of the light: what is off by less is not seen. */
const TOLERANCE = 32

/** What a spot may weigh where nothing is amiss; the smallest comma weighs more. */
const MOST_WEIGHT = 0.5

const folder = fileURLToPath(new URL('pictures/', import.meta.url))
const failures = fileURLToPath(new URL('../../out/golden/', import.meta.url))
const samples = fileURLToPath(new URL('../../samples/', import.meta.url))
const isUpdating = process.env['UPDATE_GOLDEN'] === '1'

/** A picture as it is recorded: a PNG of few colours. */
function record({ width, height, pixels }: PixelPicture): Promise<Uint8Array> {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png({ palette: true, colours: COLOURS, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer()
}

/** What the terminal exports of a sample. */
function exportSample(name: string): Uint8Array {
  const scratch = mkdtempSync(join(tmpdir(), 'banxin-pictures-'))
  try {
    const pdf = join(scratch, `${name}.pdf`)
    runBanxin(['export', join(samples, `${name}.banxin`), '-o', pdf])
    return new Uint8Array(readFileSync(pdf))
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/** Where two pictures of a page differ by so much that it is seen. */
function findDifference(now: PixelPicture, before: PixelPicture): PictureDifference {
  const difference = comparePictures(now, before, TOLERANCE)
  return { ...difference, spots: difference.spots.filter(({ weight }) => weight >= MOST_WEIGHT) }
}

/** The last comma of the smallest text that has one on a page, in pixels. */
function findSmallComma(page: ComposedPage, { media, trim }: SheetBoxes): PixelBox {
  const [item] = page.items
    .flatMap((each) => (each.kind === 'glyphs' && each.text.includes('，') ? [each] : []))
    .sort((one, other) => one.sizeMpt - other.sizeMpt)
  if (item === undefined) throw new Error('There is no comma')
  const at = item.clusters.indexOf(item.text.lastIndexOf('，'))
  const [left, top] = [trim[0] - media[0], media[3] - trim[3]]
  const toPixel = (mpt: number, originPt: number): number =>
    Math.round((mpt / 1_000 + originPt) * PIXELS_PER_POINT)
  const x = toPixel(item.xMpt[at] ?? 0, left)
  const y = toPixel(item.baselineMpt, top)
  const half = Math.ceil((item.sizeMpt / 2_000) * PIXELS_PER_POINT)
  return [x, y - half, x + half, y + half]
}

/** A picture with nothing in a box. */
function erase(picture: PixelPicture, [left, top, right, bottom]: PixelBox): PixelPicture {
  const pixels = Uint8Array.from(picture.pixels)
  for (let y = top; y < bottom; y += 1) {
    pixels.fill(255, 3 * (y * picture.width + left), 3 * (y * picture.width + right))
  }
  return { ...picture, pixels }
}

describe.each(['weekly', 'newspaper', 'briefing'])('the pages of samples/%s.banxin', (name) => {
  let pdf: Uint8Array
  let found: readonly Uint8Array[]
  const nameOf = (page: number): string => `${name}-${page + 1}.png`
  const readRecorded = (page: number): Promise<PixelPicture> =>
    readPng(readFileSync(join(folder, nameOf(page))))

  beforeAll(async () => {
    pdf = exportSample(name)
    const pages = await renderWithPdfium(pdf, PIXELS_PER_POINT)
    found = await Promise.all(pages.map((page) => record(averageDown(page, 1))))
    if (!isUpdating) return
    mkdirSync(folder, { recursive: true })
    const old = readdirSync(folder).filter((file) => file.startsWith(`${name}-`))
    for (const file of old) rmSync(join(folder, file))
    for (const [page, png] of found.entries()) writeFileSync(join(folder, nameOf(page)), png)
  })

  it('look as those recorded in tests/golden/pictures (UPDATE_GOLDEN=1 records them)', async () => {
    const recorded = readdirSync(folder).filter((file) => file.startsWith(`${name}-`))
    expect(recorded).toHaveLength(found.length)
    const different: string[] = []
    for (const [page, png] of found.entries()) {
      const now = await readPng(png)
      const { weights, spots } = findDifference(now, await readRecorded(page))
      if (spots.length === 0) continue
      different.push(
        `${nameOf(page)}: ${spots.length} spots, the first at ${String(spots[0]?.box)}`,
      )
      await writePng(join(failures, nameOf(page)), now)
      const pixels = Uint8Array.from(now.pixels, (_, at) =>
        (weights[Math.floor(at / 3)] ?? 0) > 0 ? 0 : 255,
      )
      await writePng(join(failures, `${name}-${page + 1}-difference.png`), { ...now, pixels })
    }
    expect(different, 'the pages are in out/golden, with what differs').toEqual([])
  })

  it('would not with a comma less, also where text is small', async () => {
    const { pages } = composePackage(join(samples, `${name}.banxin`))
    const sheets = await readSheetBoxes(pdf)
    const page = pages.find(({ items }) =>
      items.some((each) => each.kind === 'glyphs' && each.text.includes('，')),
    )
    const sheet = sheets[page?.index ?? 0]
    if (page === undefined || sheet === undefined) throw new Error('There is a page with a comma')
    const before = await readRecorded(page.index)
    const { spots } = findDifference(erase(before, findSmallComma(page, sheet)), before)
    expect(spots).not.toEqual([])
  })
})
