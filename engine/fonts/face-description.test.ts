import { describe, expect, it } from 'vitest'
import { CHINESE, type WrittenName, writeNames } from '../../tests/readers/font-files'
import { describeFace } from './face-description'
import { viewOf } from './sfnt'

const outlined = new Set(['glyf'])

function describeNames(names: readonly WrittenName[]) {
  return describeFace(new Map([['name', writeNames(names)]]), outlined)
}

interface Os2 {
  readonly weight?: number
  readonly selection?: number
  readonly fsType?: number
}

function describeOs2({ weight = 400, selection = 0, fsType = 0 }: Os2) {
  const os2 = new Uint8Array(78)
  const view = viewOf(os2)
  view.setUint16(4, weight)
  view.setUint16(6, 5)
  view.setUint16(8, fsType)
  view.setUint16(62, selection)
  const name = writeNames([{ id: 1, text: 'Any' }])
  const tables = new Map([
    ['name', name],
    ['OS/2', os2],
  ])
  return describeFace(tables, outlined)
}

describe('the families of a face', () => {
  it('are the typographic ones in every language, English first', () => {
    expect(
      describeNames([
        { id: 1, text: '思源宋体 Heavy', language: CHINESE },
        { id: 1, text: 'Source Han Serif SC Heavy' },
        { id: 2, text: 'Regular' },
        { id: 16, text: '思源宋体', language: CHINESE },
        { id: 16, text: 'Source Han Serif SC' },
      ]),
    ).toMatchObject({
      families: ['Source Han Serif SC', '思源宋体'],
      styledFamilies: ['Source Han Serif SC Heavy', '思源宋体 Heavy'],
    })
  })

  it('are those of older programs where there are no others, each once', () => {
    const english = { id: 1, text: 'SimSun' }
    expect(
      describeNames([
        { ...english, platform: 1 },
        english,
        { ...english, text: '宋体', language: CHINESE },
      ]),
    ).toMatchObject({ families: ['SimSun', '宋体'], styledFamilies: ['SimSun', '宋体'] })
  })

  it.each([
    ['no name', []],
    ['blanks', [{ id: 1, text: '  ' }]],
    ['control characters', [{ id: 1, text: 'a\u0000b' }]],
    ['half of a pair', [{ id: 1, text: 'a\ud800' }]],
    ['a name that a system keeps for itself', [{ id: 1, text: '.SF NS' }]],
    ['a name longer than any', [{ id: 1, text: '字'.repeat(101) }]],
    ['a Macintosh name beyond ASCII', [{ id: 1, text: '\u00cb\u00ce', platform: 1 }]],
  ] as const)('are none of %s', (_what, names) => {
    expect(describeNames(names)).toBeUndefined()
  })

  it('are at most sixteen', () => {
    const names = Array.from({ length: 40 }, (_, index) => ({
      id: 1,
      text: `Family ${String(index)}`,
      language: index,
    }))
    expect(describeNames(names)?.families).toHaveLength(16)
  })

  it('are none where strings lie outside their table', () => {
    const name = writeNames([{ id: 1, text: 'SimSun' }])
    viewOf(name).setUint16(6 + 10, 0xfff0)
    expect(describeFace(new Map([['name', name]]), outlined)).toBeUndefined()
    expect(describeFace(new Map([['name', name.slice(0, 10)]]), outlined)).toBeUndefined()
  })
})

describe('what a face says of itself', () => {
  it.each([
    [300, 0, 300],
    [0, 0, 400],
    [4, 0, 400],
    [9, 0, 900],
    [400, 0x20, 700],
    [600, 0x20, 600],
    [500, 0x20, 500],
    [65_535, 0, 1000],
  ])('a weight class of %i with flags %i is %i', (weight, selection, expected) => {
    expect(describeOs2({ weight, selection })?.weight).toBe(expected)
  })

  it('is whether it leans', () => {
    expect([0, 1, 0x200, 0x40].map((selection) => describeOs2({ selection })?.flaw)).toEqual([
      null,
      'italic',
      'italic',
      null,
    ])
  })

  it('is whether it may be embedded', () => {
    const asked = [0, 2, 4, 8, 6, 0x100, 0x200].map((fsType) => describeOs2({ fsType })?.mayEmbed)
    expect(asked).toEqual([true, false, true, true, true, false, false])
  })

  it('is whether its outlines can be used', () => {
    const name = writeNames([{ id: 1, text: 'Any' }])
    const flawOf = (...tags: string[]) =>
      describeFace(new Map([['name', name]]), new Set(tags))?.flaw
    expect(flawOf('glyf', 'fvar')).toBeNull()
    expect(flawOf('CFF ')).toBeNull()
    expect(flawOf('CFF2', 'fvar')).toBe('cff2')
    expect(flawOf('CBDT')).toBe('bitmap')
  })
})
