import sharp from 'sharp'
import type { Ink } from '../../engine/document/ink'
import type { Face } from '../../engine/fonts/face'
import type { ComposedPage, ImageItem, PageItem, RectItem } from '../../engine/layout/page'
import type { Picture } from '../../engine/pdf/embed-picture'
import { openBundledFace } from './bundled-faces'
import { MIXED_SENTENCES } from './mixed-sentences'
import { pageOf, setByHand, STORY } from './set-page'

/** The strong colour of the sample pages. */
export const RED: Ink = { cyan: 0, magenta: 1000, yellow: 900, black: 100 }

const names = ['song', 'songBold', 'hei', 'kai', 'latin'] as const

/** The faces that the sample pages are set in. */
export type SampleFaces = Readonly<Record<(typeof names)[number], Face>>

/** Opens the faces of the sample pages. */
export function openSampleFaces(): SampleFaces {
  const [song, songBold, hei, kai, latin] = names.map(openBundledFace)
  if (!song || !songBold || !hei || !kai || !latin) throw new Error('a face did not open')
  return { song, songBold, hei, kai, latin }
}

/** A picture of four quarters, each of one colour. */
async function makePoster(): Promise<Picture> {
  const side = 64
  const pixels = new Uint8Array(3 * side * side)
  for (let at = 0; at < side * side; at++) {
    const right = at % side >= side / 2
    const low = at >= (side * side) / 2
    pixels.set(
      low ? (right ? [255, 255, 255] : [0, 90, 200]) : right ? [0, 160, 60] : [220, 0, 0],
      3 * at,
    )
  }
  const jpeg = await sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .toColourspace('cmyk')
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return { jpeg, width: side, height: side, channels: 4 }
}

async function makeGrey(): Promise<Picture> {
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } })
    .toColourspace('b-w')
    .jpeg()
    .toBuffer()
  return { jpeg, width: 8, height: 8, channels: 1 }
}

/** The two pictures of the sample pages: `poster` in four inks, `grey` in black. */
export async function makeSamplePictures(): Promise<ReadonlyMap<string, Picture>> {
  return new Map([
    ['poster', await makePoster()],
    ['grey', await makeGrey()],
  ])
}

/** A rectangle of a story. */
export const rect = (x: number, y: number, width: number, height: number, ink: Ink): RectItem => ({
  kind: 'rect',
  xMpt: x,
  yMpt: y,
  widthMpt: width,
  heightMpt: height,
  ink,
  source: STORY,
})

/** The poster in a frame of 200 pt, uncropped, or as `change` has it. */
export const image = (change: Partial<ImageItem>): ImageItem => ({
  kind: 'image',
  assetId: 'poster',
  xMpt: 100_000,
  yMpt: 100_000,
  widthMpt: 200_000,
  heightMpt: 200_000,
  crop: { left: 0, top: 0, width: 1000, height: 1000 },
  alt: '',
  source: STORY,
  ...change,
})

/** Two pages with all that a bulletin has: five faces, colours, rules, ornaments, pictures. */
export function samplePages(faces: SampleFaces): ComposedPage[] {
  const { song, songBold, hei, kai, latin } = faces
  const furniture = { kind: 'furniture' } as const
  const body = (han: Face, from: number, top: number): PageItem[] =>
    MIXED_SENTENCES.slice(from, from + 10).flatMap((sentence, line) =>
      setByHand(sentence, 60_000, top + 18_000 * line, { han, latin }),
    )
  const first = pageOf([
    ...setByHand('版心周报', 60_000, 90_000, { han: songBold, latin, sizeMpt: 42_000, ink: RED }),
    ...body(song, 0, 320_000),
    ...body(hei, 10, 520_000),
    image({ heightMpt: 150_000 }),
    {
      kind: 'path',
      ink: RED,
      source: furniture,
      steps: [
        { op: 'M', xMpt: 400_000, yMpt: 100_000 },
        { op: 'L', xMpt: 450_000, yMpt: 150_000 },
        {
          op: 'C',
          x1Mpt: 430_000,
          y1Mpt: 190_000,
          x2Mpt: 370_000,
          y2Mpt: 190_000,
          xMpt: 350_000,
          yMpt: 150_000,
        },
        { op: 'Z' },
      ],
    },
    { ...rect(-8_504, -8_504, 612_284, 20_000, RED), source: furniture },
    ...setByHand('第1版', 500_000, 820_000, { han: song, latin, sizeMpt: 9_000 }, furniture),
  ])
  const second = pageOf(
    [
      ...body(kai, 20, 80_000),
      image({ assetId: 'grey', yMpt: 300_000 }),
      image({ yMpt: 520_000, crop: { left: 500, top: 0, width: 500, height: 500 } }),
    ],
    { index: 1, folio: 2, side: 'verso' },
  )
  return [first, second]
}
