import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../tests/desk/random'
import { facePaths, readPackageFile, readSubsetterWasm } from '../../tests/readers/bundled-faces'
import { changeFace, familyNames, joinCollection } from '../../tests/readers/font-files'
import { makeCffFace } from '../../tests/readers/make-cff-face'
import { BanxinError } from '../../engine/document/message'
import { openFace } from '../../engine/fonts/open-face'
import { readSfnt, viewOf, writeSfnt } from '../../engine/fonts/sfnt'
import { createSubsetter } from '../../engine/fonts/subset'
import { FaceLibrary } from './face-library'
import { readFaceRecords } from './face-record'

const CASES = 400
const folder = mkdtempSync(join(tmpdir(), 'banxin-hostile-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const names = familyNames('Hostile', '恶意字体')
const without = ['GPOS', 'GDEF', 'BASE', 'STAT']
const sound = changeFace(readPackageFile(facePaths.latin), { names, without })
const squares = new Map(readSfnt(makeCffFace({ characters: '一丁', cids: [9, 3] }), 0, 'squares'))
for (const tag of ['name', 'OS/2']) {
  const table = readSfnt(sound, 0, 'sound').get(tag)
  if (table !== undefined) squares.set(tag, table)
}
const originals = [sound, joinCollection([sound, sound]), writeSfnt(squares)]

/** What mutated fields become, beside noise. */
const EXTREMES = [0, 1, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

/** A font file with some of its bytes changed, mostly those of its directory, or cut short. */
function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const pick = (below: number): number => Math.floor(random() * below)
  if (pick(4) === 0) return bytes.slice(0, pick(bytes.length))
  const damaged = bytes.slice()
  const view = viewOf(damaged)
  for (let change = 0; change <= pick(6); change++) {
    const isInDirectory = pick(3) > 0
    const at = pick(isInDirectory ? Math.min(400, bytes.length - 4) : bytes.length - 4)
    if (pick(2) === 0) damaged[at] = pick(256)
    else view.setUint32(pick(2) === 0 ? at & ~3 : at, EXTREMES[pick(EXTREMES.length)] ?? 0)
  }
  return damaged
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    if (error instanceof BanxinError) return error.code
    throw error
  }
}

describe('damaged and hostile font files', () => {
  it(`never break the list, and what of them is used is sound: ${String(CASES)} files`, async () => {
    const random = createRandom(20_261)
    const subsetter = await createSubsetter(readSubsetterWasm())
    const path = join(folder, 'case.ttf')
    let [listed, used, refused] = [0, 0, 0]
    for (let round = 0; round < CASES; round++) {
      const original = originals[round % originals.length] ?? sound
      writeFileSync(path, damage(original, random))
      const records = await readFaceRecords(path)
      const library = new FaceLibrary(() => Promise.resolve(records))
      for (const { families, weight } of records) {
        listed += 1
        expect(families.every((family) => family.length > 0 && family.length <= 100)).toBe(true)
        expect(weight >= 1 && weight <= 1000).toBe(true)
        const face = await library.read({ family: families[0] ?? '', weight })
        if (face.standIn !== undefined) {
          refused += 1
          continue
        }
        used += 1
        const open = openFace(face.bytes, face)
        const shaped = open.shape('Affix 一', { script: 'Latn', language: 'en' })
        const glyphs = shaped.map(({ glyph }) => glyph)
        for (const glyph of glyphs) open.outlineOf(glyph)
        expect(codeOf(() => subsetter.subset(open, glyphs))).toMatch(/^(face-unreadable|done)$/)
      }
    }
    expect(Math.min(listed, used, refused)).toBeGreaterThan(CASES / 20)
  })

  const tell = (bytes: Uint8Array) => {
    const path = join(folder, 'crafted.ttf')
    writeFileSync(path, bytes)
    return readFaceRecords(path)
  }

  it('end where a collection says that it has four thousand million faces', async () => {
    const bytes = joinCollection([sound])
    viewOf(bytes).setUint32(8, 0xffffffff)
    const records = await tell(bytes)
    expect(records[0]?.collectionIndex).toBe(0)
    expect(records.every(({ collectionIndex }) => collectionIndex < 512)).toBe(true)
  })

  it('are told apart from folders and what is no file', async () => {
    expect(await readFaceRecords(folder)).toEqual([])
    expect(await readFaceRecords(join(folder, 'absent.ttf'))).toEqual([])
  })

  it('lose no face of a collection but the one that is damaged', async () => {
    const bytes = joinCollection([sound, sound, sound])
    viewOf(bytes).setUint32(16, 0xfffffff0)
    const records = await tell(bytes)
    expect(records.map(({ collectionIndex }) => collectionIndex)).toEqual([0, 2])
  })

  it('are not read where their tables overlap to more than a face may have', async () => {
    const tables = new Map(readSfnt(sound, 0, 'sound'))
    for (let extra = 0; extra < 100; extra++) {
      tables.set(`x${String(extra).padStart(3)}`, { bytes: new Uint8Array(), checksum: 0 })
    }
    const bytes = new Uint8Array(2_000_000)
    bytes.set(writeSfnt(tables))
    const view = viewOf(bytes)
    for (let table = 0; table < view.getUint16(4); table++) {
      if (bytes[12 + 16 * table] !== 'x'.charCodeAt(0)) continue
      view.setUint32(12 + 16 * table + 8, 0)
      view.setUint32(12 + 16 * table + 12, bytes.length)
    }
    const records = await tell(bytes)
    expect(records).toHaveLength(1)
    const library = new FaceLibrary(() => Promise.resolve(records))
    const { standIn } = await library.read({ family: '恶意字体', weight: 400 })
    expect(standIn?.reason).toBe('unreadable')
  })
})
