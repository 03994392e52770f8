import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { itWithTool, withBench } from '../../tests/readers/external-tool'
import { openSampleFaces, type SampleFaces } from '../../tests/readers/sample-pages'
import { pageOf, setByHand, STORY } from '../../tests/readers/set-page'
import { writeTestPdf } from '../../tests/readers/write-test-pdf'
import type { TextLink } from '../document/text-links'
import { BLACK } from '../document/ink'
import type { PageItem } from '../layout/page'

const HREF = 'https://example.org/江城?a=(1)%20'
const SIZE_PT = 10.5

interface Annotation {
  readonly subtype: string
  readonly url: string
  readonly rect: readonly number[]
}

let faces: SampleFaces

beforeAll(() => {
  faces = openSampleFaces()
})

const link = (change: Partial<TextLink> = {}): TextLink => ({
  storyId: 's',
  blockId: 'b',
  from: 1,
  to: 3,
  href: HREF,
  ...change,
})

function write(items: readonly PageItem[], links: readonly TextLink[]): Promise<Uint8Array> {
  const choice = { sheet: 'trim', colourSpace: 'rgb', links } as const
  return writeTestPdf([pageOf(items)], Object.values(faces), choice)
}

async function readLinks(pdf: Uint8Array): Promise<readonly Annotation[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const page = await (await task.promise).getPage(1)
  const found = (await page.getAnnotations()) as Annotation[]
  await task.destroy()
  return found
}

function line(said: string, offset: number, y: number): readonly PageItem[] {
  const source = { kind: 'story', storyId: 's', blockId: 'b', offset } as const
  return setByHand(said, 60_000, y, { han: faces.song, latin: faces.latin }, source)
}

describe('links', () => {
  it('lie over the linked characters, on each line of their own', async () => {
    const lines = [...line('江城网讯', 0, 100_000), ...line('昨日开馆', 4, 117_000)]
    const found = await readLinks(await write(lines, [link({ from: 2, to: 6 })]))
    expect(found.map(({ subtype, url }) => [subtype, url])).toEqual([
      ['Link', 'https://example.org/%E6%B1%9F%E5%9F%8E?a=(1)%20'],
      ['Link', 'https://example.org/%E6%B1%9F%E5%9F%8E?a=(1)%20'],
    ])
    const [first, second] = found.map(({ rect: [left = 0, bottom = 0, right = 0, top = 0] }) => [
      left,
      right,
      841.89 - top,
      841.89 - bottom,
    ])
    for (const [index, edge] of [60 + 2 * SIZE_PT, 60 + 4 * SIZE_PT, 90.76, 101.26].entries()) {
      expect(first?.[index]).toBeCloseTo(edge, 2)
    }
    for (const [index, edge] of [60, 60 + 2 * SIZE_PT, 107.76, 118.26].entries()) {
      expect(second?.[index]).toBeCloseTo(edge, 2)
    }
  })

  it('lie over a QR code too, and nowhere else', async () => {
    const code: PageItem = {
      kind: 'path',
      ink: BLACK,
      source: STORY,
      steps: [
        { op: 'M', xMpt: 100_000, yMpt: 200_000 },
        { op: 'L', xMpt: 150_000, yMpt: 200_000 },
        { op: 'L', xMpt: 150_000, yMpt: 250_000 },
        { op: 'Z' },
      ],
    }
    const items = [code, ...line('扫码', 0, 100_000)]
    const found = await readLinks(await write(items, [link({ from: 0, to: 0 })]))
    expect(found.map(({ rect }) => rect.map(Math.round))).toEqual([[100, 592, 150, 642]])
    expect(await readLinks(await write(items, [link({ blockId: 'other' })]))).toEqual([])
    expect(await readLinks(await write(items, []))).toEqual([])
  })

  itWithTool('qpdf', 'are clean', async () => {
    const pdf = await write(line('江城网讯', 0, 100_000), [link()])
    await withBench(pdf, (bench) => {
      expect(bench.run('qpdf', '--check', 'document.pdf').code).toBe(0)
    })
  })
})
