import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { pageOf, setByHand } from '../../tests/readers/set-page'
import { explain } from '../document/message'
import type { ImageItem } from '../layout/page'
import { blocksPrint } from './check-issue'
import { checkFaces } from './face-licence'
import { checkStandIns } from './face-stand-in'
import { checkPageCount } from './page-count'
import { effectivePpi, sharpnessAt } from './picture-resolution'

const image = (widthMpt: number, cropWidth: number): ImageItem => ({
  kind: 'image',
  assetId: 'a',
  xMpt: 0,
  yMpt: 0,
  widthMpt,
  heightMpt: widthMpt,
  crop: { left: 0, top: 0, width: cropWidth, height: 1000 },
  alt: '',
  source: { kind: 'furniture' },
})

describe('preflight', () => {
  it('counts the pixels that show, per inch of the frame', () => {
    expect(effectivePpi(image(72_000, 1000), 300)).toBe(300)
    expect(effectivePpi(image(72_000, 500), 300)).toBe(150)
    expect(effectivePpi(image(144_000, 1000), 300)).toBe(150)
  })

  it('tells pictures that print sharp from soft and coarse ones', () => {
    expect([250, 249, 125, 124].map(sharpnessAt)).toEqual(['sharp', 'soft', 'soft', 'coarse'])
  })

  it('notes page counts that leave blank pages on a folded sheet', () => {
    expect([1, 2, 4, 8].flatMap(checkPageCount)).toEqual([])
    expect(checkPageCount(6)[0]?.explanation.what.zh).toContain('2 个白版')
    expect(blocksPrint(checkPageCount(6))).toBe(false)
  })

  it('warns of a face on the pages that may not be embedded', () => {
    const [han, latin] = [openBundledFace('song'), openBundledFace('latin')]
    const pages = [pageOf(setByHand('堤', 0, 20_000, { han, latin }))]
    const bound = { ...han, mayEmbed: false }
    expect(checkFaces([han, { ...latin, mayEmbed: false }], pages)).toEqual([])
    expect(checkFaces([bound], pages)).toMatchObject([
      { code: 'face-restricted', severity: 'warning', explanation: { where: han.id } },
    ])
  })

  it('stops a print whose pages lack a family, and says what stands in for it', () => {
    const [han, latin] = [openBundledFace('song'), openBundledFace('latin')]
    const pages = [pageOf(setByHand('堤', 0, 20_000, { han, latin }))]
    const standIn = { family: 'Noto Serif SC', reason: 'absent' } as const
    expect(checkStandIns([han, { ...latin, standIn }], pages)).toEqual([])
    const findings = checkStandIns([{ ...han, family: '方正小标宋简体', standIn }], pages)
    expect(blocksPrint(findings)).toBe(true)
    expect(findings.map(({ explanation }) => explain(explanation, 'zh'))).toEqual([
      '这台电脑上没有这个字体，页面上暂用“Noto Serif SC”代替（方正小标宋简体）。' +
        '请安装该字体后重新启动版心，或在模板中改用“Noto Serif SC”等现有的字体。',
    ])
  })
})
