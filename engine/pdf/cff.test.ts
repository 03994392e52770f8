import { beforeAll, describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { itWithTool, withBench } from '../../tests/readers/external-tool'
import { makeCffFace, squareSide } from '../../tests/readers/make-cff-face'
import { readWithPdfjs } from '../../tests/readers/read-with-pdfjs'
import { colourAt, renderWithPdfium } from '../../tests/readers/render-with-pdfium'
import { pageOf, STORY } from '../../tests/readers/set-page'
import { writeTestPdf } from '../../tests/readers/write-test-pdf'
import { BLACK } from '../document/ink'
import type { Face } from '../fonts/face'
import { openFace } from '../fonts/open-face'
import type { GlyphItem } from '../layout/page'

const characters = '一丁七万丈三上下不与'
const cids = [7, 300, 301, 302, 41, 42, 5000, 65534, 9, 1]
const SIZE_MPT = 40_000
const LEFT_MPT = 40_000
const BASELINE_MPT = 200_000
const BLEED_MPT = 8_504
const SCALE = 4

const kinds = ['keyed by names', 'keyed by CIDs'] as const
let faces: Record<(typeof kinds)[number], Face>

beforeAll(() => {
  const open = (family: string, bytes: Uint8Array) => openFace(bytes, { family, weight: 400 })
  faces = {
    'keyed by names': open('Named', makeCffFace({ characters })),
    'keyed by CIDs': open('Keyed', makeCffFace({ characters, cids })),
  }
})

/** Some of the glyphs, one of them twice with another text, an em apart. */
const shown = ['与', '一', '万', '下', '下', '三']
const said = ['与', '一', '万', '下', '卜', '三']

function lineOf(face: Face): GlyphItem {
  return {
    kind: 'glyphs',
    face: face.id,
    sizeMpt: SIZE_MPT,
    ink: BLACK,
    baselineMpt: BASELINE_MPT,
    glyphs: shown.map((character) => face.glyphOf(character.codePointAt(0) ?? 0)),
    xMpt: shown.map((_, index) => LEFT_MPT + SIZE_MPT * index),
    clusters: shown.map((_, index) => index),
    text: said.join(''),
    source: STORY,
  }
}

describe.each(kinds)('a face of CFF outlines, %s', (kind) => {
  const write = (): Promise<Uint8Array> => {
    const face = faces[kind]
    return writeTestPdf([pageOf([lineOf(face)])], [face])
  }

  it('is drawn by PDFium glyph for glyph', async () => {
    const face = faces[kind]
    const [image] = await renderWithPdfium(await write(), SCALE)
    if (image === undefined) throw new Error('no page')
    const pixel = (mpt: number): number => Math.round(((mpt + BLEED_MPT) / 1000) * SCALE)
    for (const [index, glyph] of lineOf(face).glyphs.entries()) {
      const side = (squareSide(glyph) * SIZE_MPT) / 1000
      const left = LEFT_MPT + SIZE_MPT * index + SIZE_MPT / 10
      const inside = 800
      const colour = (x: number, y: number) => colourAt(image, pixel(x), pixel(y))
      expect(colour(left + side - inside, BASELINE_MPT - side + inside)).toBeLessThan(0x404040)
      expect(colour(left + side + inside, BASELINE_MPT - inside)).toBe(0xffffff)
      expect(colour(left + inside, BASELINE_MPT - side - inside)).toBe(0xffffff)
    }
  })

  it('reads back as typed', async () => {
    const { pages } = await readWithPdfjs(await write())
    expect(pages[0]?.text).toBe(said.join(''))
  })

  itWithTool('pdffonts', 'is embedded as a subset of CFF', async () => {
    await withBench(await write(), ({ pdf, run }) => {
      const { output, complaints } = run('pdffonts', pdf)
      expect(complaints).toBe('')
      expect(output).toMatch(/^[A-Z]{6}\+\w+ +CID Type 0C +\S+ +yes yes yes/m)
    })
  })

  itWithTool('pdftotext', 'reads back as typed with Poppler', async () => {
    await withBench(await write(), ({ pdf, run }) => {
      expect(run('pdftotext', pdf, '-').output.trim()).toBe(said.join(''))
    })
  })

  itWithTool('qpdf', 'is sound', async () => {
    await withBench(await write(), ({ pdf, run }) => {
      expect(run('qpdf', '--check', pdf)).toMatchObject({ code: 0, complaints: '' })
    })
  })
})

describe('faces of both outlines', () => {
  it('stand in one document', async () => {
    const song = openBundledFace('song')
    const all = [song, ...kinds.map((kind) => faces[kind])]
    const { pages } = await readWithPdfjs(await writeTestPdf([pageOf(all.map(lineOf))], all))
    expect(pages[0]?.text).toBe(said.join('').repeat(3))
  })
})
