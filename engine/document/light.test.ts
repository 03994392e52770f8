import { describe, expect, it } from 'vitest'
import { colourDistance } from '../../tests/pixels/colour-distance'
import { renderWithPdfium } from '../../tests/readers/render-with-pdfium'
import { pageOf, STORY } from '../../tests/readers/set-page'
import { writeTestPdf } from '../../tests/readers/write-test-pdf'
import { BLACK, type Ink, PAPER } from './ink'
import { type Light, lightOf } from './light'

const SQUARE_MPT = 4_000

/** What PDFium shows of inks that are printed as squares of a PDF. */
async function showInks(inks: readonly Ink[]): Promise<readonly Light[]> {
  const across = Math.ceil(Math.sqrt(inks.length))
  const squares = inks.map((ink, index) => ({
    kind: 'rect' as const,
    xMpt: SQUARE_MPT * (index % across),
    yMpt: SQUARE_MPT * Math.floor(index / across),
    widthMpt: SQUARE_MPT,
    heightMpt: SQUARE_MPT,
    ink,
    source: STORY,
  }))
  const side = { widthMpt: SQUARE_MPT * across, heightMpt: SQUARE_MPT * across, bleedMpt: 0 }
  const [page] = await renderWithPdfium(await writeTestPdf([pageOf(squares, side)], []), 1)
  return squares.map(({ xMpt, yMpt }) => {
    const middle = [xMpt, yMpt].map((mpt) => (mpt + SQUARE_MPT / 2) / 1_000)
    const at = 4 * ((middle[1] ?? 0) * (page?.width ?? 0) + (middle[0] ?? 0))
    const [red = 0, green = 0, blue = 0] = page?.pixels.subarray(at, at + 3) ?? []
    return { red, green, blue }
  })
}

function inksOf(parts: readonly number[]): readonly Ink[] {
  return parts.flatMap((cyan) =>
    parts.flatMap((magenta) =>
      parts.flatMap((yellow) => parts.map((black) => ({ cyan, magenta, yellow, black }))),
    ),
  )
}

function luminance({ red, green, blue }: Light): number {
  return 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2
}

describe('lightOf', () => {
  it('is near to what PDFium shows of inks all over', async () => {
    const inks = inksOf([0, 90, 310, 560, 790, 1_000])
    const shown = await showInks(inks)
    const distances = inks.map((ink, index) =>
      colourDistance(lightOf(ink), shown[index] ?? lightOf(PAPER)),
    )
    expect(distances.reduce((sum, each) => sum + each, 0) / inks.length).toBeLessThan(1.8)
    expect(Math.max(...distances)).toBeLessThan(8)
  })

  it('is nearer still where most of a page is: paper, black, and grey from it', async () => {
    const greys = Array.from({ length: 21 }, (_, index) => ({ ...PAPER, black: 50 * index }))
    for (const [index, shown] of (await showInks(greys)).entries()) {
      const light = lightOf(greys[index] ?? PAPER)
      for (const part of ['red', 'green', 'blue'] as const) {
        expect(Math.abs(light[part] - shown[part]), `${index * 5} % ${part}`).toBeLessThan(6)
      }
    }
  })

  it('leaves paper white, and shows black ink as the deep grey that it prints', () => {
    expect(lightOf(PAPER)).toEqual({ red: 255, green: 255, blue: 255 })
    expect(lightOf(BLACK)).toEqual({ red: 34, green: 31, blue: 31 })
  })

  it('hardly ever grows lighter with more ink', () => {
    const white = luminance(lightOf(PAPER))
    for (const ink of inksOf([0, 200, 400, 600, 800])) {
      for (const plate of ['cyan', 'magenta', 'yellow', 'black'] as const) {
        const more = { ...ink, [plate]: ink[plate] + 200 }
        const growth = luminance(lightOf(more)) - luminance(lightOf(ink))
        expect(growth / white, `${plate} on ${JSON.stringify(ink)}`).toBeLessThan(0.002)
      }
    }
  })
})
