import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportPresets } from '../../engine/document/export-preset'
import type { ComposedPage } from '../../engine/layout/page'
import { composeFile } from '../../host/compose-file'
import { exportIssue } from '../../host/export-issue'
import { newIssue } from '../../host/new-issue'
import { preparePictures } from '../../host/prepare-pictures'
import { printPdf } from '../../host/print-pdf'
import { productRoot } from '../../host/product-root'
import { makePhotos } from '../issue/make-photos'
import { comparePictures, type PictureDifference } from '../pixels/compare-pictures'
import { type PixelPicture, writePng } from '../pixels/pixel-picture'
import type { PixelBox } from '../readers/render-with-pdfium'
import { renderTrimmed } from '../readers/render-trimmed'
import { launchBrowser } from './find-browser'
import { misprints } from './misprints'
import { hashPages, shownHash } from './page-actions'
import { type PaintedPages, watchPages } from './painted-pages'
import { type ServedDesk, serveDesk } from './served-desk'

/** 144 an inch: 100 % on a screen with three pixels to two CSS pixels. */
const PIXELS_PER_POINT = 2
const SCREEN = { width: 1_700, height: 1_200, deviceScaleFactor: 1.5, mobile: false }
/** A quarter of the light: an edge that PDFium puts on its nearest quarter pixel is not off by more. */
const TOLERANCE = 64
const MOST_SHARE = 0.005
/** What a spot may weigh where nothing is amiss; without the smallest comma it is twice that. */
const MOST_WEIGHT = 1

/** What the screen makes of the colours of a canvas is not the same to the last digit. */
const SCREEN_TOLERANCE = 8

const browser: Browser | undefined = await launchBrowser()
const samples = join(productRoot, 'samples')
const manuscript = join(productRoot, '../shared/seeds/000-manuscript.md')
const folder = mkdtempSync(join(tmpdir(), 'banxin-preview-'))

/** The edges of pictures: PDFium and a canvas put them on whole pixels, each in its own way. */
function edgesOfPictures(page: ComposedPage): readonly PixelBox[] {
  return page.items.flatMap((item) => {
    if (item.kind !== 'image') return []
    const toPixel = (mpt: number): number => Math.round((mpt * PIXELS_PER_POINT) / 1_000)
    const left = toPixel(item.xMpt)
    const top = toPixel(item.yMpt)
    const right = toPixel(item.xMpt + item.widthMpt)
    const bottom = toPixel(item.yMpt + item.heightMpt)
    return [
      [left - 1, top - 1, right + 1, top + 1],
      [left - 1, bottom - 1, right + 1, bottom + 1],
      [left - 1, top - 1, left + 1, bottom + 1],
      [right - 1, top - 1, right + 1, bottom + 1],
    ] as const
  })
}

function compare(
  painted: PixelPicture,
  printed: PixelPicture,
  page: ComposedPage,
): PictureDifference {
  return comparePictures(painted, printed, TOLERANCE, edgesOfPictures(page))
}

/** Lays both pictures of a page, and where they differ, into a folder to be looked at. */
async function keepPictures(
  name: string,
  painted: PixelPicture,
  printed: PixelPicture,
  { weights }: PictureDifference,
): Promise<void> {
  const path = join(productRoot, 'out/preview', name)
  await writePng(`${path}-painted.png`, painted)
  await writePng(`${path}-printed.png`, printed)
  const pixels = Uint8Array.from(painted.pixels, (_, at) =>
    (weights[Math.floor(at / 3)] ?? 0) > 0 ? 0 : 255,
  )
  await writePng(`${path}-difference.png`, { ...painted, pixels })
}

/** A desk whose pages can be read. */
interface WatchedDesk extends ServedDesk {
  readonly pages: PaintedPages
}

/** A desk with an issue open, on a screen with more pixels than usual. */
async function openIssue(launched: Browser, path: string): Promise<WatchedDesk> {
  const desk = await serveDesk(launched, { startFile: path })
  await desk.cdp.send('Emulation.setDeviceMetricsOverride', SCREEN)
  const pages = watchPages(desk.page)
  await desk.page.reload()
  return { ...desk, pages }
}

function copySample(name: string): Promise<string> {
  const path = join(mkdtempSync(join(folder, 'sample-')), name)
  copyFileSync(join(samples, name), path)
  return Promise.resolve(path)
}

async function makeSeedIssue(): Promise<string> {
  const output = join(folder, 'seed.banxin')
  const given = { number: 12, date: '2024-10-31' }
  await makePhotos(folder)
  await newIssue({
    ...{ template: 'weekly', manuscript, photos: folder, output },
    ...{ given, today: given.date },
  })
  return output
}

function describeIssue(title: string, makeIssue: () => Promise<string>): void {
  describe.skipIf(browser === undefined)(title, () => {
    let path: string
    let pages: readonly ComposedPage[]
    let desk: WatchedDesk

    beforeAll(async () => {
      if (browser === undefined) return
      path = await makeIssue()
      pages = (await composeFile(path, () => undefined)).composition.pages
      desk = await openIssue(browser, path)
    })
    afterAll(() => desk.stop())

    it('is composed in the browser as in Node, and again when it is loaded anew', async () => {
      const hash = hashPages(pages)
      expect(await shownHash(desk.page)).toBe(hash)
      await desk.page.reload()
      expect(await shownHash(desk.page)).toBe(hash)
    })

    it('is painted as PDFium shows its print', async () => {
      const pdf = join(folder, 'issue.pdf')
      await exportIssue(path, pdf, { preset: 'press', marks: false, onStep: () => undefined })
      await desk.pages.showInFull()
      let count = 0
      for await (const printed of renderTrimmed(readFileSync(pdf), PIXELS_PER_POINT)) {
        const page = pages[count]
        if (page === undefined) throw new Error('more pages are printed than composed')
        const painted = await desk.pages.read(count)
        const difference = compare(painted, printed, page)
        const { share, spots } = difference
        const seen = spots.filter(({ weight }) => weight >= MOST_WEIGHT)
        count += 1
        if (share >= MOST_SHARE || seen.length > 0) {
          await keepPictures(`${basename(path)}-${count}`, painted, printed, difference)
        }
        expect(seen, `page ${count}`).toEqual([])
        expect(share, `page ${count}`).toBeLessThan(MOST_SHARE)
      }
      expect(count).toBe(pages.length)
    })
  })
}

for (const name of readdirSync(samples).filter((each) => each.endsWith('.banxin'))) {
  describeIssue(`${name} on the desk (needs a Chromium)`, () => copySample(name))
}

describe.skipIf(!existsSync(manuscript))('of ../shared', () => {
  describeIssue('seeds/000-manuscript.md on the desk (needs a Chromium)', makeSeedIssue)
})

describe.skipIf(browser === undefined)('a page on the desk (needs a Chromium)', () => {
  let path: string
  let desk: WatchedDesk

  beforeAll(async () => {
    if (browser === undefined) return
    path = await copySample('weekly.banxin')
    desk = await openIssue(browser, path)
    await shownHash(desk.page)
  })
  afterAll(() => desk.stop())

  it('is told from its print with the smallest misprint', async () => {
    const file = await composeFile(path, () => undefined)
    const page = file.composition.pages.find(({ items }) =>
      items.some(({ kind }) => kind === 'image'),
    )
    if (page === undefined) throw new Error('no page has a picture')
    const changed = Object.values(misprints).map((misprint) => misprint(page))
    const preset = exportPresets.press
    const choice = { treatment: preset.pictures, acceptErrors: false }
    const { issue, assets } = file
    const pictures = await preparePictures(
      [page, ...changed],
      issue,
      assets,
      choice,
      () => undefined,
    )
    const composition = { pages: changed, bookmarks: [] }
    const pdf = await printPdf(file, { composition, preset, sheet: 'bleed' }, pictures)
    await desk.pages.showInFull()
    const painted = await desk.pages.read(page.index)
    const names = Object.keys(misprints).values()
    for await (const printed of renderTrimmed(pdf, PIXELS_PER_POINT)) {
      const { spots } = compare(painted, printed, page)
      expect(spots[0]?.weight, names.next().value).toBeGreaterThan(2 * MOST_WEIGHT)
    }
    expect(names.next().done).toBe(true)
  })

  for (const ratio of [1.5, 2]) {
    it(`is sharp: seen pixel for pixel where there are ${ratio} to a CSS pixel`, async () => {
      const sharp = await launchBrowser([`--force-device-scale-factor=${ratio}`])
      if (sharp === undefined) throw new Error('there was a browser')
      try {
        const page = await (await sharp.newContext({ viewport: null })).newPage()
        const pages = watchPages(page)
        await page.goto(desk.address)
        await shownHash(page)
        expect(await page.evaluate(() => devicePixelRatio)).toBe(ratio)
        await pages.showInFull()
        const { seen, held } = await pages.see(0)
        expect(seen.width).toBeGreaterThan(300 * ratio)
        expect(comparePictures(seen, held, SCREEN_TOLERANCE).spots).toEqual([])
      } finally {
        await sharp.close()
      }
    })
  }
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await browser?.close()
})
