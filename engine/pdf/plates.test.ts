import sharp from 'sharp'
import { beforeAll, describe, expect } from 'vitest'
import { itWithTool } from '../../tests/readers/external-tool'
import { MIXED_SENTENCES } from '../../tests/readers/mixed-sentences'
import { readSeparations, type Separations } from '../../tests/readers/read-separations'
import {
  image,
  makeSamplePictures,
  openSampleFaces,
  rect,
  RED,
  type SampleFaces,
} from '../../tests/readers/sample-pages'
import { pageOf, setByHand } from '../../tests/readers/set-page'
import { writeTestPdf } from '../../tests/readers/write-test-pdf'
import { BLACK, PAPER, tintOf, type Ink } from '../document/ink'
import type { PageItem } from '../layout/page'
import type { Picture } from './embed-picture'

const CYAN: Ink = { cyan: 1000, magenta: 0, yellow: 0, black: 0 }

let faces: SampleFaces
let pictures: ReadonlyMap<string, Picture>

beforeAll(async () => {
  faces = openSampleFaces()
  pictures = await makeSamplePictures()
})

describe('the plates', () => {
  const DPI = 144

  /** The most ink of a plate in a rectangle of the trimmed page, in points; 0…255. */
  const most = (plates: Separations, plate: Uint8Array, box: readonly number[]): number => {
    const [left = 0, top = 0, right = 0, bottom = 0] = box.map((point) =>
      Math.round(((point + 8.504) * DPI) / 72),
    )
    let found = 0
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) found = Math.max(found, plate[y * plates.width + x] ?? 0)
    }
    return found
  }

  const separate = async (items: readonly PageItem[]) =>
    readSeparations(await writeTestPdf([pageOf(items)], Object.values(faces), { pictures }), DPI)

  itWithTool('gs', 'carry black text on black alone', async () => {
    const { song, latin } = faces
    const plates = await separate(
      MIXED_SENTENCES.flatMap((sentence, line) =>
        setByHand(sentence, 40_000, 60_000 + 18_000 * line, { han: song, latin }),
      ),
    )
    for (const plate of [plates.cyan, plates.magenta, plates.yellow]) {
      expect(most(plates, plate, [0, 0, 595, 841])).toBe(0)
    }
    expect(most(plates, plates.black, [0, 0, 595, 841])).toBe(255)
  })

  itWithTool('gs', 'let black text overprint, and other text knock out', async () => {
    const { song, latin } = faces
    const set = (y: number, ink: Ink) =>
      setByHand('工', 100_000, y, { han: song, latin, sizeMpt: 60_000, ink })
    const plates = await separate([
      rect(50_000, 50_000, 200_000, 400_000, CYAN),
      ...set(120_000, BLACK),
      ...set(220_000, tintOf(BLACK, 500)),
      ...set(320_000, RED),
      ...set(420_000, PAPER),
    ])
    const least = (box: readonly number[]) => {
      const inverse = plates.cyan.map((ink) => 255 - ink)
      return 255 - most(plates, inverse, box)
    }
    const around = (baseline: number) => [100, baseline - 50, 160, baseline + 4]
    expect(least(around(120))).toBe(255)
    expect(most(plates, plates.black, around(120))).toBe(255)
    expect(least(around(220))).toBe(0)
    expect(most(plates, plates.black, around(220))).toBeGreaterThan(120)
    expect(least(around(320))).toBe(0)
    expect(most(plates, plates.magenta, around(320))).toBe(255)
    expect(least(around(420))).toBe(0)
  })

  itWithTool('gs', 'let black rules and art overprint, and other ones knock out', async () => {
    const source = { kind: 'furniture' } as const
    const triangle = (yMpt: number, ink: Ink): PageItem => ({
      kind: 'path',
      ink,
      source,
      steps: [
        { op: 'M', xMpt: 100_000, yMpt },
        { op: 'L', xMpt: 160_000, yMpt },
        { op: 'L', xMpt: 100_000, yMpt: yMpt + 60_000 },
        { op: 'Z' },
      ],
    })
    const plates = await separate([
      rect(50_000, 50_000, 200_000, 400_000, CYAN),
      rect(100_000, 100_000, 60_000, 40_000, BLACK),
      rect(100_000, 160_000, 60_000, 40_000, tintOf(BLACK, 500)),
      triangle(220_000, BLACK),
      triangle(320_000, PAPER),
    ])
    const cyanAt = (y: number) => most(plates, plates.cyan, [110, y, 115, y + 5])
    expect([120, 180, 230, 330].map(cyanAt)).toEqual([255, 0, 255, 0])
    expect(most(plates, plates.black, [110, 120, 115, 125])).toBe(255)
  })

  itWithTool('gs', 'carry the inks of a picture as the JPEG has them', async () => {
    // sharp reads inks through a profile and back, which moves them by up to a dozen steps.
    const { data } = await sharp(pictures.get('poster')?.jpeg)
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { song, latin } = faces
    const before = setByHand('黑', 10_000, 20_000, { han: song, latin })
    const plates = await separate([...before, image({})])
    for (const [column, row] of [
      [16, 16],
      [48, 16],
      [16, 48],
      [48, 48],
    ] as const) {
      const wanted = data.subarray(4 * (64 * row + column), 4 * (64 * row + column) + 4)
      const x = 100 + (200 * column) / 64
      const y = 100 + (200 * row) / 64
      const box = [x, y, x + 1, y + 1]
      const got = [plates.cyan, plates.magenta, plates.yellow, plates.black].map((plate) =>
        most(plates, plate, box),
      )
      for (const [index, ink] of got.entries()) {
        expect(Math.abs(ink - (wanted[index] ?? 0))).toBeLessThanOrEqual(16)
      }
    }
  })

  itWithTool('gs', 'carry a grey picture on black alone', async () => {
    const plates = await separate([image({ assetId: 'grey' })])
    const inside = [110, 110, 290, 290]
    expect(most(plates, plates.black, inside)).toBeGreaterThan(100)
    expect(most(plates, plates.cyan, inside)).toBe(0)
  })

  itWithTool('gs', 'carry the marks on all plates, and only in the slug', async () => {
    const pdf = await writeTestPdf([pageOf([])], [], { sheet: 'marks' })
    const plates = await readSeparations(pdf, 72)
    for (const plate of [plates.cyan, plates.magenta, plates.yellow, plates.black]) {
      let inSlug = 0
      let inBleed = 0
      for (let y = 0; y < plates.height; y++) {
        for (let x = 0; x < plates.width; x++) {
          const isBleed = x >= 28 && y >= 28 && x < plates.width - 28 && y < plates.height - 28
          const ink = plate[y * plates.width + x] ?? 0
          if (isBleed) inBleed = Math.max(inBleed, ink)
          else inSlug = Math.max(inSlug, ink)
        }
      }
      expect(inSlug).toBeGreaterThan(60)
      expect(inBleed).toBe(0)
    }
  })
})
