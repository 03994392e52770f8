import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPackageFile } from '../../tests/readers/bundled-faces'
import { changeFace, CHINESE, familyNames, joinCollection } from '../../tests/readers/font-files'
import { makeCffFace } from '../../tests/readers/make-cff-face'
import { readSfnt, writeSfnt } from '../../engine/fonts/sfnt'
import { locateFace } from '../font-catalogue'
import { loadFaces } from '../load-faces'
import { FaceLibrary } from './face-library'
import { scanFaces } from './scan-faces'

const latin = '@expo-google-fonts/source-serif-4'
const regular = readPackageFile(`${latin}/400Regular/SourceSerif4_400Regular.ttf`)
const bold = readPackageFile(`${latin}/700Bold/SourceSerif4_700Bold.ttf`)
const italic = readPackageFile(`${latin}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`)
const kai = locateFace('LXGW WenKai', 400)?.path ?? ''

const root = mkdtempSync(join(tmpdir(), 'banxin-fonts-'))
const own = join(root, 'own')
const shared = join(root, 'shared')
const library = new FaceLibrary(() => scanFaces([own, shared, join(root, 'absent')]))

const named = (english: string, chinese?: string) => ({ names: familyNames(english, chinese) })

beforeAll(() => {
  mkdirSync(own)
  mkdirSync(join(shared, 'truetype/deep'), { recursive: true })
  const put = (name: string, bytes: Uint8Array): void => {
    writeFileSync(join(shared, name), bytes)
  }
  put('xiaobiaosong.TTF', changeFace(regular, named('FZXiaoBiaoSong-B05S', '方正小标宋简体')))
  put(
    'truetype/deep/pair.ttc',
    joinCollection([
      changeFace(regular, named('Pair One', '双一')),
      changeFace(bold, { ...named('Pair Two', '双二'), weight: 650 }),
    ]),
  )
  put('bound.ttf', changeFace(regular, { ...named('Bound'), fsType: 2 }))
  put('slanted.ttf', changeFace(italic, named('Slanted')))
  put('mixed-italic.ttf', changeFace(italic, named('Mixed')))
  put('mixed.ttf', changeFace(regular, named('Mixed')))
  put('colour.ttf', changeFace(regular, { ...named('Colour'), without: ['glyf', 'loca'] }))
  put(
    'variable.otf',
    changeFace(regular, { ...named('Variable'), without: ['glyf'], besides: ['CFF2'] }),
  )
  put('cut.ttf', changeFace(regular, named('Cut')).slice(0, -20))
  put('hollow.ttf', changeFace(regular, { ...named('Hollow'), without: ['cmap'] }))
  put('not-a-font.ttf', new TextEncoder().encode('这不是字体'))
  put('empty.otf', new Uint8Array())
  put('notes.txt', regular)
  put('own-song.ttf', changeFace(bold, named('noto serif  SC')))
  const squares = readSfnt(makeCffFace({ characters: '一丁' }), 0, 'squares')
  const parts = readSfnt(changeFace(regular, named('Squares')), 0, 'latin')
  const name = parts.get('name') ?? { bytes: new Uint8Array(), checksum: 0 }
  put('squares.otf', writeSfnt(new Map([...squares, ['name', name]])))
  writeFileSync(join(own, 'mixed.ttf'), changeFace(regular, named('Mixed')))
  copyFileSync(kai, join(own, 'kai.ttf'))
  symlinkSync(shared, join(own, 'again'))
  symlinkSync(own, join(shared, 'round'))
  symlinkSync(join(root, 'nowhere.ttf'), join(own, 'loose.ttf'))
})

afterAll(() => {
  rmSync(root, { recursive: true })
})

describe('the families of a machine', () => {
  it('are the bundled ones, then those of the system', async () => {
    const families = await library.list()
    expect(families.slice(0, 4).map(({ family, source }) => [family, source])).toEqual([
      ['Noto Serif SC', 'bundled'],
      ['Noto Sans SC', 'bundled'],
      ['LXGW WenKai', 'bundled'],
      ['Source Serif 4', 'bundled'],
    ])
    const usable = { otherNames: [], source: 'system', weights: [400], mayEmbed: true, flaw: null }
    const unusable = (flaw: string) => ({ ...usable, weights: [], flaw })
    expect(families.slice(4)).toEqual([
      { ...usable, family: 'Bound', mayEmbed: false },
      { ...unusable('bitmap'), family: 'Colour' },
      { ...unusable('unreadable'), family: 'Cut' },
      { ...usable, family: 'FZXiaoBiaoSong-B05S', otherNames: ['方正小标宋简体'] },
      { ...usable, family: 'Hollow' },
      { ...usable, family: 'Mixed' },
      { ...usable, family: 'Pair One', otherNames: ['双一'] },
      { ...usable, family: 'Pair Two', otherNames: ['双二'], weights: [650] },
      { ...unusable('italic'), family: 'Slanted' },
      { ...usable, family: 'Squares' },
      { ...unusable('cff2'), family: 'Variable' },
    ])
  })

  it('are looked for once, and not before they are needed', async () => {
    let scans = 0
    const lazy = new FaceLibrary(() => {
      scans += 1
      return Promise.resolve([])
    })
    await lazy.read({ family: 'Source Serif 4', weight: 400 })
    expect(scans).toBe(0)
    await Promise.all([lazy.list(), lazy.find({ family: 'Pair One', weight: 400 }), lazy.list()])
    expect(scans).toBe(1)
  })
})

describe('a face of the system', () => {
  it.each([
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05S',
    'fzxiaobiaosong-b05s ',
    'ＦＺXiaoBiaoSong-B05S',
  ])('is found as %s and goes by that name', async (family) => {
    const [face] = await loadFaces([{ family, weight: 700 }], library)
    expect(face?.id).toBe(`${family}/400`)
    expect(face?.postScriptName).toBe('FZXiaoBiaoSong-B05S')
    expect(face?.standIn).toBeUndefined()
  })

  it('is taken out of its collection', async () => {
    const request = { family: '双二', weight: 400 }
    expect(await library.find(request)).toMatchObject({ weight: 650, collectionIndex: 1 })
    const [face] = await loadFaces([request], library)
    const [source] = await loadFaces([{ family: 'Source Serif 4', weight: 700 }])
    expect(face?.collectionIndex).toBe(0)
    expect(face?.postScriptName).toBe('PairTwo')
    expect(face?.bytes.length).toBeLessThan(1.01 * bold.length)
    const glyph = face?.glyphOf(0x41) ?? 0
    expect(face?.outlineOf(glyph)).toEqual(source?.outlineOf(glyph))
  })

  it('may have outlines of CFF', async () => {
    const [face] = await loadFaces([{ family: 'Squares', weight: 400 }], library)
    expect(face?.outlines).toBe('CFF')
    expect(face?.outlineOf(face.glyphOf(0x4e01))).toHaveLength(6)
  })

  it('gives way to a bundled one of its name', async () => {
    const found = await library.find({ family: 'noto serif  SC', weight: 400 })
    expect(found).toMatchObject({ source: 'bundled', family: 'noto serif  SC', weight: 400 })
    expect(await library.find({ family: 'LXGW WenKai', weight: 400 })).toMatchObject({
      source: 'bundled',
    })
  })

  it("of a person's own comes before one of all, and neither is italic", async () => {
    const found = await library.find({ family: 'Mixed', weight: 400 })
    expect(found.path).toBe(join(own, 'mixed.ttf'))
  })

  it('says whether its maker lets it be embedded', async () => {
    const [face] = await loadFaces([{ family: 'Bound', weight: 400 }], library)
    expect(face?.mayEmbed).toBe(false)
  })
})

describe('a family that is not to be had', () => {
  it.each([
    ['没有这个宋体', 'absent', 'Noto Serif SC'],
    ['没有这个楷体', 'absent', 'LXGW WenKai'],
    ['Slanted', 'italic', 'Noto Serif SC'],
    ['Colour', 'bitmap', 'Noto Serif SC'],
    ['Variable', 'cff2', 'Noto Serif SC'],
    ['Cut', 'unreadable', 'Noto Serif SC'],
    ['Hollow', 'unreadable', 'Noto Serif SC'],
    ['../../etc/passwd', 'absent', 'Noto Serif SC'],
  ])('%s (%s) has %s stand in for it', async (family, reason, other) => {
    const [face] = await loadFaces([{ family, weight: 400 }], library)
    expect(face?.id).toBe(`${family}/400`)
    expect(face?.standIn).toEqual({ family: other, reason })
    expect(face?.glyphOf(0x7248)).toBeGreaterThan(0)
  })

  it('is read alike for every weight that comes to the damaged face', async () => {
    const read = await Promise.all(
      [300, 400, 700].map((weight) => library.read({ family: 'Hollow', weight })),
    )
    expect(read.map(({ weight }) => weight)).toEqual([400, 400, 400])
  })

  it('is one whose file went away', async () => {
    const path = join(root, 'gone.ttf')
    const gone = new FaceLibrary(async () => {
      writeFileSync(path, changeFace(regular, named('Gone')))
      const records = await scanFaces([root])
      rmSync(path)
      return records
    })
    const { standIn } = await gone.read({ family: 'Gone', weight: 400 })
    expect(standIn).toEqual({ family: 'Noto Serif SC', reason: 'unreadable' })
  })
})

describe('families of many widths', () => {
  it('keep narrow faces apart, by their styled names', async () => {
    const folder = mkdtempSync(join(root, 'widths-'))
    const both = [
      { id: 16, text: 'Wide Family' },
      { id: 16, text: '宽家族', language: CHINESE },
    ]
    const narrow = [{ id: 1, text: 'Wide Family Condensed' }, ...both]
    const heavy = [{ id: 1, text: 'Wide Family Black' }, ...both]
    const caption = [{ id: 1, text: 'Wide Family Caption' }, ...both]
    const faces = {
      'a.ttf': changeFace(regular, { names: narrow, width: 3 }),
      'b.ttf': changeFace(regular, { names: caption }),
      'c.ttf': changeFace(regular, { names: [{ id: 1, text: 'Wide Family' }] }),
      'd.ttf': changeFace(bold, { names: heavy, weight: 900 }),
    }
    for (const [name, bytes] of Object.entries(faces)) writeFileSync(join(folder, name), bytes)
    const wide = new FaceLibrary(() => scanFaces([folder]))
    const listed = (await wide.list()).filter(({ source }) => source === 'system')
    expect(listed.map(({ family, weights }) => [family, weights])).toEqual([
      ['Wide Family', [400, 900]],
      ['Wide Family Condensed', [400]],
    ])
    const fileOf = async (family: string, weight: number) =>
      (await wide.find({ family, weight })).path.slice(-5)
    expect(await fileOf('Wide Family', 400)).toBe('c.ttf')
    expect(await fileOf('Wide Family', 900)).toBe('d.ttf')
    expect(await fileOf('Wide Family Condensed', 400)).toBe('a.ttf')
    expect(await fileOf('Wide Family Caption', 400)).toBe('b.ttf')
    expect(await fileOf('Wide Family Black', 400)).toBe('d.ttf')
    expect(await fileOf('宽家族', 900)).toBe('d.ttf')
  })
})
