import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PRESET_NAMES, type PresetName } from '../engine/document/export-preset'
import type { BodyNode } from '../engine/document/story'
import { exportIssue } from '../host/export-issue'
import { openPackage } from '../host/package-file'
import { productRoot } from '../host/product-root'
import { itWithTool, withBench } from './readers/external-tool'
import { type ReadPdf, readWithPdfjs } from './readers/read-with-pdfjs'

const sample = join(productRoot, 'samples/weekly.banxin')
const folder = mkdtempSync(join(tmpdir(), 'banxin-presets-'))
const written = new Map<PresetName, Uint8Array>()
const read = new Map<PresetName, ReadPdf>()

async function write(preset: PresetName, name: string): Promise<Uint8Array> {
  const target = join(folder, name)
  await exportIssue(sample, target, { preset, marks: true, onStep: () => undefined })
  return new Uint8Array(readFileSync(target))
}

const bytesOf = (preset: PresetName): Uint8Array => written.get(preset) ?? new Uint8Array()
const sourceOf = (preset: PresetName): string => Buffer.from(bytesOf(preset)).toString('latin1')
const textOf = (preset: PresetName): string =>
  (read.get(preset)?.pages ?? []).map(({ text }) => text).join('')
const plain = (text: string): string => text.replace(/\s/gu, '')

const linesOf = (node: BodyNode): readonly string[] =>
  node.content?.some(({ type }) => type === 'text') === true
    ? [node.content.map(({ text = '' }) => text).join('')]
    : (node.content ?? []).flatMap(linesOf)

beforeAll(async () => {
  for (const preset of PRESET_NAMES) {
    const bytes = await write(preset, `${preset}.pdf`)
    written.set(preset, bytes)
    read.set(preset, await readWithPdfjs(bytes))
  }
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe.each(PRESET_NAMES)('the preset %s', (preset) => {
  it('gives the same bytes twice', async () => {
    expect(Buffer.compare(await write(preset, 'again.pdf'), bytesOf(preset))).toBe(0)
  })

  it('says what the stories say, and has their outline', async () => {
    const { issue } = (await openPackage(sample)).document
    const text = plain(textOf(preset))
    for (const { headline, body } of Object.values(issue.records.stories)) {
      for (const line of [headline, ...linesOf(body)]) expect(text).toContain(plain(line))
    }
    expect(textOf(preset)).toBe(textOf('press'))
    expect(read.get(preset)?.outline).toEqual(read.get('press')?.outline)
  })

  itWithTool('qpdf', 'is clean', async () => {
    await withBench(bytesOf(preset), (bench) => {
      const { code, output } = bench.run('qpdf', '--check', 'document.pdf')
      expect(output).toContain('No syntax or stream encoding errors found')
      expect(code).toBe(0)
    })
  })
})

describe('the presets', () => {
  it('have sheets of their own: with slug and bleed, or trimmed to A4', () => {
    const views = PRESET_NAMES.map((preset) => read.get(preset)?.pages[0]?.view.map(Math.round))
    expect(views).toEqual([
      [0, 0, 669, 916],
      [0, 0, 595, 842],
      [0, 0, 595, 842],
    ])
  })

  it('have colours of their own: inks for the press, light for screens', () => {
    const spaces = ['DeviceCMYK', 'DeviceRGB'] as const
    expect(
      PRESET_NAMES.map((preset) => spaces.filter((space) => sourceOf(preset).includes(space))),
    ).toEqual([['DeviceCMYK'], ['DeviceCMYK'], ['DeviceRGB']])
  })

  it('make smaller files for reading, and only that for screens has links', () => {
    const [press = 0, proof = 0, screen = 0] = PRESET_NAMES.map((each) => bytesOf(each).length)
    expect(proof).toBeLessThan(0.6 * press)
    expect(screen).toBeLessThan(proof)
    expect(PRESET_NAMES.filter((preset) => sourceOf(preset).includes('/Link'))).toEqual(['screen'])
  })
})
