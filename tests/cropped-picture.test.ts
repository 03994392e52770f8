import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apply } from '../engine/document/command'
import type { PictureCrop } from '../engine/document/picture-crop'
import type { ImageItem } from '../engine/layout/page'
import { composeFile } from '../host/compose-file'
import { exportIssue } from '../host/export-issue'
import { newIssue } from '../host/new-issue'
import { openPackage, savePackage } from '../host/package-file'
import { colourAt, renderWithPdfium } from './readers/render-with-pdfium'

/** Colours of the four quarters of the picture, and how each is told from the others in print. */
const QUARTERS = { red: '#d02020', green: '#20a040', blue: '#2040c0', yellow: '#e8c020' }
type Quarter = keyof typeof QUARTERS

const folder = mkdtempSync(join(tmpdir(), 'banxin-crop-'))
const plain = join(folder, 'plain.banxin')

/** A picture with a quarter of each colour: red and green above, blue and yellow below. */
async function makePicture(path: string): Promise<void> {
  const [width, height] = [1_200, 800]
  const quarter = (background: string) =>
    sharp({ create: { width: width / 2, height: height / 2, channels: 3, background } })
      .png()
      .toBuffer()
  const inputs = await Promise.all(Object.values(QUARTERS).map(quarter))
  const places = inputs.map((input, at) => ({
    input,
    left: at % 2 === 0 ? 0 : width / 2,
    top: at < 2 ? 0 : height / 2,
  }))
  const picture = sharp({ create: { width, height, channels: 3, background: '#000' } })
  await picture.composite(places).jpeg({ quality: 95 }).toFile(path)
}

/** Crops the one picture of the issue, exports it, and gives its place with the page as printed. */
async function printCropped(crop: PictureCrop) {
  const [path, pdf] = [join(folder, 'cropped.banxin'), join(folder, 'cropped.pdf')]
  const content = await openPackage(plain)
  const steps = [{ stepType: 'attr', pos: 0, attr: 'crop', value: crop }]
  const { document } = apply(content.document, { type: 'editStory', id: 's1-1', steps })
  await savePackage(path, { ...content, document })
  await exportIssue(path, pdf, { preset: 'press', marks: false, onStep: () => undefined })
  const { composition } = await composeFile(path, () => undefined)
  const [page] = composition.pages
  const image = page?.items.find((item) => item.kind === 'image')
  const [sheet] = await renderWithPdfium(new Uint8Array(readFileSync(pdf)), 2)
  if (page === undefined || image === undefined || sheet === undefined) throw new Error('no page')
  const originMpt = 8_504
  const acrossMpt = sheet.width / (page.widthMpt + 2 * originMpt)
  const downMpt = sheet.height / (page.heightMpt + 2 * originMpt)
  /** The quarter whose colour is printed at a share of the frame's sides. */
  const quarterAt = (across: number, down: number): Quarter | undefined => {
    const x = (originMpt + image.xMpt + across * image.widthMpt) * acrossMpt
    const y = (originMpt + image.yMpt + down * image.heightMpt) * downMpt
    const colour = colourAt(sheet, Math.round(x), Math.round(y))
    return quarterOf([colour >> 16, (colour >> 8) & 0xff, colour & 0xff])
  }
  return { image, quarterAt }
}

function quarterOf([red, green, blue]: readonly [number, number, number]): Quarter | undefined {
  if (Math.min(red, green) > blue + 60) return 'yellow'
  if (red > green + 60 && red > blue + 60) return 'red'
  if (green > red + 30 && green > blue + 30) return 'green'
  return blue > red + 40 && blue > green + 20 ? 'blue' : undefined
}

/** The quarter of the picture that a crop shows at a share of its sides; none near an edge. */
function expectedAt({ crop }: ImageItem, across: number, down: number): Quarter | undefined {
  const x = crop.left + across * crop.width
  const y = crop.top + down * crop.height
  if (Math.abs(x - 500) < 15 || Math.abs(y - 500) < 15) return undefined
  if (y < 500) return x < 500 ? 'red' : 'green'
  return x < 500 ? 'blue' : 'yellow'
}

const SHARES = [0.03, 0.2, 0.35, 0.5, 0.65, 0.8, 0.97]

beforeAll(async () => {
  await makePicture(join(folder, 'quarters.jpg'))
  const text = '清晨五点半，巡堤员老郑从东头走到西头，一共三千二百步。'.repeat(12)
  const manuscript = `# 要闻\n\n## 堤上\n\n![四色](quarters.jpg){通栏}\n\n${text}\n`
  writeFileSync(join(folder, 'story.md'), manuscript)
  await newIssue({
    template: 'weekly',
    manuscript: join(folder, 'story.md'),
    output: plain,
    given: { number: 7, date: '2024-05-06' },
    today: '2024-05-01',
  })
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('an exported PDF', () => {
  it.each([
    { left: 0, top: 0, width: 1_000, height: 1_000 },
    { left: 500, top: 500, width: 500, height: 500 },
    { left: 250, top: 100, width: 700, height: 600 },
    { left: 300, top: 0, width: 300, height: 1_000 },
  ])('shows what of a picture a person chose: %j', async (crop) => {
    const { image, quarterAt } = await printCropped(crop)
    expect(image.crop.left).toBeGreaterThanOrEqual(crop.left)
    expect(image.crop.top).toBeGreaterThanOrEqual(crop.top)
    expect(image.crop.left + image.crop.width).toBeLessThanOrEqual(crop.left + crop.width)
    expect(image.crop.top + image.crop.height).toBeLessThanOrEqual(crop.top + crop.height)
    for (const across of SHARES) {
      for (const down of SHARES) {
        const expected = expectedAt(image, across, down)
        if (expected === undefined) continue
        expect(quarterAt(across, down), `${String(across)} ${String(down)}`).toBe(expected)
      }
    }
  })
})
