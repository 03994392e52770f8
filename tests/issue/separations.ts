import sharp from 'sharp'
import type { ToolBench } from '../readers/external-tool'

/** One printing plate of one page: how much ink stands where, 0 none to 255 full. */
export interface Plate {
  readonly width: number
  readonly height: number
  readonly ink: Uint8Array
}

/** The plates of one page. */
export type Plates = Readonly<Record<'Cyan' | 'Magenta' | 'Yellow' | 'Black', Plate>>

async function readPlate(tiff: Uint8Array): Promise<Plate> {
  const { data, info } = await sharp(tiff).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, ink: data.map((paper) => 255 - paper) }
}

/** What Ghostscript's `tiffsep` separates each page of the PDF on the bench into. */
export async function separate(
  bench: ToolBench,
  dotsPerInch: number,
  pageCount: number,
): Promise<readonly Plates[]> {
  const { code, complaints } = bench.run(
    'gs',
    ...['-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=tiffsep', `-r${dotsPerInch}`],
    ...['-sOutputFile=plate-%d.tif', bench.pdf],
  )
  if (code !== 0) throw new Error(`gs ended in ${code}: ${complaints}`)
  const files = new Map(bench.files())
  const plateOf = async (page: number, ink: string): Promise<Plate> => {
    const name = `plate-${page}(${ink}).tif`
    const tiff = files.get(name)
    if (tiff === undefined) throw new Error(`gs wrote no ${name}, but ${[...files.keys()].join()}`)
    return readPlate(tiff)
  }
  return Promise.all(
    Array.from({ length: pageCount }, async (_, index) => ({
      Cyan: await plateOf(index + 1, 'Cyan'),
      Magenta: await plateOf(index + 1, 'Magenta'),
      Yellow: await plateOf(index + 1, 'Yellow'),
      Black: await plateOf(index + 1, 'Black'),
    })),
  )
}

/** The most ink that a plate has in a rectangle of pixels. */
export function mostInk(
  plate: Plate,
  box: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  },
): number {
  let most = 0
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(plate.height, box.bottom); y += 1) {
    for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(plate.width, box.right); x += 1) {
      most = Math.max(most, plate.ink[y * plate.width + x] ?? 0)
    }
  }
  return most
}
