import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { FaceStack } from '../fonts/face-stack'
import { shapeParagraph } from './shape-paragraph'
import { Squeeze, Stretch } from './shaped-paragraph'
import { EM, SPECIMEN_SETTING, specimenStyle } from './specimen'
import type { CharacterStyle } from './style'

const stack: FaceStack = {
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
}

function shape(text: string, style: Partial<CharacterStyle> = {}) {
  const run = { text, style: { ...specimenStyle(stack), ...style }, noBreak: false }
  return shapeParagraph([run], SPECIMEN_SETTING)
}

/** The width of a text on one endless line, in thousandths of an em. */
function widthOf(text: string, style: Partial<CharacterStyle> = {}): number {
  const { positions, count } = shape(text, style)
  return ((positions[count] ?? 0) * 1000) / EM
}

/** The gap that `|` marks, in thousandths of an em. */
function gapAt(marked: string, style: Partial<CharacterStyle> = {}) {
  const { offsets, gaps } = shape(marked.replace('|', ''), style)
  const at = offsets.indexOf(marked.indexOf('|')) - 1
  return {
    natural: ((gaps.naturals[at] ?? 0) * 1000) / EM,
    least: ((gaps.minima[at] ?? 0) * 1000) / EM,
    most: ((gaps.maxima[at] ?? 0) * 1000) / EM,
    squeeze: gaps.squeezeStages[at],
    stretch: gaps.stretchStages[at],
  }
}

describe('R2 and R3, widths', () => {
  it.each([
    ['——中', 3000],
    ['……中', 3000],
    ['⋯⋯中', 3000],
    ['⸺中', 3000],
    ['…………中', 5000],
    ['中～中', 3000],
    ['中·中', 2500],
    ['中‧中', 2500],
    ['北京-上海', 4500],
    ['和/或', 2500],
    ['中・中', 3000],
    ['中‼中', 3000],
    ['中，中', 3000],
    ['中（中', 3000],
    ['真的！！他', 4000],
    ['真的？！他', 4000],
    ['真的！？他', 4000],
    ['真的！！！他', 5000],
    ['真的！！！！他', 5000],
  ])('sets %s in %i thousandths of an em', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })

  it('centres the interpunct in its half em, and keeps brackets at their side', () => {
    const { glyphs, faces } = shape('·（）')
    const [dot, open, close] = [0, 1, 2].map((at) => glyphs.xs[glyphs.starts[at] ?? 0] ?? 0)
    const advance = faces[0]?.advanceOf(stack.han.glyphOf(0xb7)) ?? 0
    expect(dot).toBe((EM / 2 - (advance * EM) / 1000) / 2)
    expect(open).toBe(-EM / 2)
    expect(close).toBe(0)
  })
})

describe('R4, adjacent marks', () => {
  it.each([
    ['open and open', '中（|“中', 0],
    ['close and close', '中”|）中', 0],
    ['close and open', '中”|“中', 500],
    ['stop and open', '中，|“中', 500],
    ['stop and close', '中。|”中', 0],
    ['close and stop', '中》|，中', 0],
    ['open and stop', '中（|？中', 0],
    ['close and dash', '中”|——中', 0],
    ['dash and open', '中——|“中', 0],
    ['close and interpunct', '中”|·中', 0],
    ['stop and stop', '中：|、中', 500],
  ])('leaves between %s what hugs the content', (_, marked, natural) => {
    expect(gapAt(marked).natural).toBe(natural)
  })

  it('takes the blank that is left from the mark it belongs to', () => {
    expect(gapAt('中”|“中')).toMatchObject({ least: 0, squeeze: Squeeze.Bracket })
    expect(gapAt('中，|“中')).toMatchObject({ least: 0, squeeze: Squeeze.Pause })
    expect(gapAt('中。|“中')).toMatchObject({ least: 0, squeeze: Squeeze.End })
  })
})

describe('R7, stages', () => {
  it.each([
    ['brackets', '中）|中', Squeeze.Bracket],
    ['opening brackets', '中|（中', Squeeze.Bracket],
    ['pauses', '中，|中', Squeeze.Pause],
    ['full stops', '中。|中', Squeeze.End],
    ['wide interpuncts', '中|・中', Squeeze.WideDot],
    ['Han and Latin', '中|A', Squeeze.HanLatin],
    ['Han', '中|中', Squeeze.None],
  ])('squeezes %s in their turn', (_, marked, squeeze) => {
    expect(gapAt(marked).squeeze).toBe(squeeze)
  })

  it.each([
    ['Han', '中|中', Stretch.Other],
    ['Han and mark', '中，|中', Stretch.Other],
    ['Han and Latin', '中|A', Stretch.HanLatin],
    ['letters', 'A|B中', Stretch.None],
    ['Han and connector', '中|～中', Stretch.None],
    ['solidus and Han', '和/|或', Stretch.None],
    ['number and sign', '中30|℃', Stretch.None],
    ['currency and number', '中￥|30', Stretch.None],
    ['two ellipses', '中……|……中', Stretch.None],
  ])('stretches between %s as R7 says', (_, marked, stretch) => {
    expect(gapAt(marked).stretch).toBe(stretch)
  })

  it('does not squeeze full stops where the house forbids it', () => {
    const run = { text: '中。中', style: specimenStyle(stack), noBreak: false }
    const { gaps } = shapeParagraph([run], {
      ...SPECIMEN_SETTING,
      squeezeStops: false,
    })
    expect(gaps.minima[1]).toBe(gaps.naturals[1])
    expect(gaps.squeezeStages[1]).toBe(Squeeze.None)
  })
})

describe('R8, Han and Latin', () => {
  const quarter = { natural: 250, least: 125, most: 500 }

  it.each(['中|A', 'A|中', '第|3', '3|页', '中|%5', '々|A'])(
    'sets a quarter em at %s',
    (marked) => {
      expect(gapAt(marked)).toMatchObject(quarter)
    },
  )

  it.each(['，|A中', '（|A中', '中A|，', '中A|）', '中|(A)', '中—|A'])(
    'sets none at %s',
    (marked) => {
      expect(gapAt(marked).natural).toBe(marked.startsWith('，') ? 500 : 0)
    },
  )

  it('takes a typed space for the gap itself', () => {
    expect(gapAt('中 |A')).toMatchObject(quarter)
    expect(gapAt('中| A').natural).toBe(0)
    expect(gapAt('A |中')).toMatchObject(quarter)
  })
})

describe('typed spaces', () => {
  it('are half an em between Han', () => {
    expect(gapAt('峡 |诗')).toMatchObject({ natural: 500, least: 250, squeeze: Squeeze.WordSpace })
  })

  it('are a quarter to a third of an em between words, and half at most', () => {
    expect(gapAt('to |be')).toMatchObject({ natural: 250, least: 250, most: 500 })
  })

  it('keep their em when they are ideographic, and part nothing from its neighbours', () => {
    expect(widthOf('中\u3000文')).toBe(3000)
    expect(gapAt('中|\u3000文').stretch).toBe(Stretch.None)
  })

  it('leave the blank of a mark before them', () => {
    expect(gapAt('。| 他').natural).toBe(500)
    expect(gapAt('他 |（他').natural).toBe(750)
  })

  it('do not take part when they have no width', () => {
    expect(gapAt('中\u200b|A')).toMatchObject({ natural: 250, least: 125, most: 500 })
    expect(widthOf('中\u2060中')).toBe(2000)
  })
})

describe('tracking', () => {
  it('goes after each cluster but the last, into the gap', () => {
    expect(widthOf('中文，A', { trackingMilliEm: 100 })).toBe(widthOf('中文，A') + 300)
    expect(gapAt('中|文', { trackingMilliEm: -20 }).natural).toBe(-20)
  })

  it('parts the letters of a ligature', () => {
    expect(shape('office').count).toBe(4)
    expect(shape('office', { trackingMilliEm: 50 }).count).toBe(6)
  })
})
