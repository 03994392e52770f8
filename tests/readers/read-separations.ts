import sharp from 'sharp'
import { withBench } from './external-tool'

/** The printing plates of a page: at each pixel how much ink is laid, 0…255. */
export interface Separations {
  readonly width: number
  readonly height: number
  readonly cyan: Uint8Array
  readonly magenta: Uint8Array
  readonly yellow: Uint8Array
  readonly black: Uint8Array
}

/**
 * Separates the first page of a PDF with Ghostscript's `tiffsep`, overprinting as a press does.
 * Needs `gs`.
 */
export async function readSeparations(pdf: Uint8Array, dpi: number): Promise<Separations> {
  return withBench(pdf, async (bench) => {
    const done = bench.run(
      'gs',
      '-q',
      '-dSAFER',
      '-dBATCH',
      '-dNOPAUSE',
      '-dLastPage=1',
      '-sDEVICE=tiffsep',
      `-r${dpi}`,
      '-sOutputFile=page.tif',
      'document.pdf',
    )
    if (done.code !== 0) throw new Error(`Ghostscript failed: ${done.output}${done.complaints}`)
    const files = new Map(bench.files())
    const readPlate = async (ink: string) => {
      const { data, info } = await sharp(files.get(`page(${ink}).tif`))
        .extractChannel(0)
        .raw()
        .toBuffer({ resolveWithObject: true })
      return { info, plate: new Uint8Array(data).map((paper) => 255 - paper) }
    }
    const black = await readPlate('Black')
    return {
      width: black.info.width,
      height: black.info.height,
      cyan: (await readPlate('Cyan')).plate,
      magenta: (await readPlate('Magenta')).plate,
      yellow: (await readPlate('Yellow')).plate,
      black: black.plate,
    }
  })
}
