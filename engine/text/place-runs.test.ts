import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { FaceStack } from '../fonts/face-stack'
import { composeParagraph } from './compose-paragraph'
import { createCompositor, penPositions, SPECIMEN_SETTING, specimenStyle } from './specimen'

const stack: FaceStack = {
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
}
const compose = createCompositor(stack)

describe('emphasis dots (R12)', () => {
  const set = compose('要，々A', 9, {}, { emphasisDots: true })
  const [line] = set.lines
  const dots = line?.runs.filter(({ text }) => text === '') ?? []

  it('stand under Han, not under marks or letters', () => {
    expect(dots.map(({ start, clusters }) => clusters.map((at) => start + at))).toEqual([[0, 2]])
  })

  it('make no run where there is nothing to dot', () => {
    const bare = compose('，A', 9, {}, { emphasisDots: true }).lines[0]
    expect(bare?.runs.filter(({ glyphs }) => glyphs.length === 0)).toEqual([])
  })

  it('are centred under their characters, below the em box', () => {
    const xs: number[] = []
    for (const step of stack.han.outlineOf(dots[0]?.glyphs[0] ?? 0)) {
      if (step.op !== 'Z') xs.push(step.x)
    }
    const inkCentre = ((Math.min(...xs) + Math.max(...xs)) / 2) * 10
    expect(dots[0]?.xMpt.map((x) => x + inkCentre)).toEqual([5_000, 25_000])
    expect(dots[0]?.riseMpt?.every((rise) => rise < -5_000)).toBe(true)
  })

  it('leave the text as it was typed', () => {
    expect(line?.runs.map(({ text }) => text).join('')).toBe('要，々A')
  })
})

const UNDERLINE = { kind: 'underline', ordinal: 0 } as const

describe('underlines', () => {
  it('run from the first body to the last, over gaps that are stretched', () => {
    const style = specimenStyle(stack)
    const set = composeParagraph(
      [
        { text: '春', style, noBreak: false },
        { text: '夏，秋', style: { ...style, lineBelow: UNDERLINE }, noBreak: false },
        { text: '冬“东西”', style, noBreak: false },
      ],
      SPECIMEN_SETTING,
      [56_000],
    )
    expect(set.lines[0]?.end).toBe(5)
    const pens = new Map(set.lines.slice(0, 1).flatMap((line) => [...penPositions(line)]))
    expect(set.lines[0]?.strokes).toMatchObject([
      { fromMpt: pens.get(1), toMpt: (pens.get(3) ?? 0) + 10_000 },
    ])
  })

  it('go on from style to style, and end with the ink at a line end', () => {
    const style = { ...specimenStyle(stack), lineBelow: UNDERLINE }
    const set = composeParagraph(
      [
        { text: '春', style, noBreak: false },
        { text: '夏，', style: { ...style, sizeMpt: 12_000 }, noBreak: false },
      ],
      SPECIMEN_SETTING,
      [90_000],
    )
    const strokes = set.lines[0]?.strokes ?? []
    expect(strokes.map(({ fromMpt, toMpt }) => [fromMpt, toMpt])).toEqual([
      [0, 10_000],
      [10_000, 28_000],
    ])
  })
})

describe('parts of words', () => {
  it('are shaped for themselves at the edges of lines', () => {
    const text = 'AVAVAVAVAVAVAVAVAVAVAVAV'
    const set = compose(text, 5)
    expect(set.lines.length).toBeGreaterThan(1)
    for (const { start, end, runs, widthMpt } of set.lines) {
      const shaped = stack.latin.shape(text.slice(start, end), { script: 'Latn', language: 'en' })
      expect(runs[0]?.glyphs).toEqual(shaped.map(({ glyph }) => glyph))
      const width = shaped.reduce((sum, { advance }) => sum + advance * 10, 0)
      expect(widthMpt).toBe(width)
      expect(widthMpt).toBeLessThanOrEqual(50_000)
    }
  })
})
