import { beforeAll, describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { itWithTool, withBench } from '../../tests/readers/external-tool'
import { MIXED_SENTENCES } from '../../tests/readers/mixed-sentences'
import { readTextOperators, readWithPdfjs } from '../../tests/readers/read-with-pdfjs'
import { pageOf, setByHand, STORY, type HandSetting } from '../../tests/readers/set-page'
import { writeTestPdf } from '../../tests/readers/write-test-pdf'
import { BLACK } from '../document/ink'
import type { Face } from '../fonts/face'
import type { GlyphItem } from '../layout/page'
import { placeLine } from '../layout/place-line'
import { createCompositor } from '../text/specimen'
import { createFontUses } from './font-use'
import { spellLine } from './spell-line'

let song: Face
let latin: Face
beforeAll(() => {
  song = openBundledFace('song')
  latin = openBundledFace('latin')
})

const LEADING_MPT = 18_000

/** One sentence a line, each of its own block, from the top of the page down. */
function setSentences(sentences: readonly string[], setting: Partial<HandSetting>): GlyphItem[] {
  return sentences.flatMap((sentence, line) =>
    setByHand(
      sentence,
      40_000,
      60_000 + LEADING_MPT * line,
      { han: song, latin, ...setting },
      {
        kind: 'story',
        storyId: 's',
        blockId: `b${line}`,
        offset: 0,
      },
    ),
  )
}

/** One paragraph over several lines; each line is a part of the text, its last spaces included. */
function setParagraph(lines: readonly string[], setting: Partial<HandSetting> = {}): GlyphItem[] {
  return lines.flatMap((text, line) =>
    setByHand(text, 40_000, 60_000 + LEADING_MPT * line, { han: song, latin, ...setting }),
  )
}

async function readItems(items: readonly GlyphItem[]) {
  const read = await readWithPdfjs(await writeTestPdf([pageOf(items)], [song, latin]))
  const page = read.pages[0]
  if (page === undefined) throw new Error('no page')
  return page
}

/** An item set glyph by glyph, for cases that no shaper makes. */
function itemOf(face: Face, glyphs: GlyphItem['glyphs'], change: Partial<GlyphItem>): GlyphItem {
  return {
    kind: 'glyphs',
    face: face.id,
    sizeMpt: 10_000,
    ink: BLACK,
    baselineMpt: 60_000,
    glyphs,
    xMpt: glyphs.map((_, index) => 40_000 + 10_000 * index),
    clusters: glyphs.map((_, index) => index),
    text: '',
    source: STORY,
    ...change,
  }
}

describe('text read by pdf.js', () => {
  it.each([
    ['natural gaps', {}],
    ['no gaps', { gapMilli: 0 }],
    ['gaps squeezed to an eighth', { gapMilli: 125, stretchMilli: -20 }],
    ['gaps stretched to a half', { gapMilli: 500, stretchMilli: 60 }],
    ['marks squeezed', { squeezeMarks: true }],
    ['marks squeezed and the rest stretched', { squeezeMarks: true, stretchMilli: 180 }],
    ['letter-spaced by an em', { gapMilli: 1000, stretchMilli: 1000, sizeMpt: 6_000 }],
    ['letter-spaced by half an em', { gapMilli: 500, stretchMilli: 510, sizeMpt: 8_000 }],
    ['narrow word spaces', { spaceMilli: 200 }],
    ['very narrow word spaces', { spaceMilli: 90 }],
    ['wide word spaces', { spaceMilli: 500 }],
    ['large type', { sizeMpt: 15_750 }],
  ] satisfies [string, Partial<HandSetting>][])(
    'is what was typed, with %s',
    async (_, setting) => {
      const page = await readItems(setSentences(MIXED_SENTENCES, setting))
      expect(page.lines.split('\n')).toEqual(MIXED_SENTENCES)
      expect(page.text).toBe(MIXED_SENTENCES.join(''))
    },
  )

  it('keeps the spaces at the ends of lines, and adds none', async () => {
    const lines = [
      '版面上的英文 such as a long ',
      'quotation from the printed ',
      'page  跨行时，空格既不能丢，',
      '也不能多。Letters can',
      'not be cut here，2024',
      '年亦然。',
    ]
    for (const setting of [{}, { stretchMilli: 120, gapMilli: 400 }]) {
      const page = await readItems(setParagraph(lines, setting))
      expect(page.text).toBe(lines.join(''))
      expect(page.lines).toBe(lines.join('\n'))
    }
  })

  it('keeps spaces at a line’s end that have no glyph', async () => {
    const [first, second] = ['some words ', 'more']
    const items = setParagraph([first ?? '', second ?? '']).map((item) =>
      item.text === first
        ? {
            ...item,
            glyphs: item.glyphs.slice(0, -1),
            xMpt: item.xMpt.slice(0, -1),
            clusters: item.clusters.slice(0, -1),
          }
        : item,
    )
    expect((await readItems(items)).lines).toBe('some words \nmore')
  })

  it('has the words whole that lines divide, their hyphens being soft', async () => {
    const typed = '志愿者为孩子们朗读 wonderful international stories，大家讨论 preservation。'
    const compose = createCompositor({ han: song, latin, fallbacks: [] })
    for (const letterFitMilliEm of [0, 20]) {
      const { lines } = compose(typed, 9, { hyphenates: true, letterFitMilliEm })
      const items = lines.flatMap((line, index) =>
        placeLine(line, 60_000 + LEADING_MPT * index, (offset) => ({ ...STORY, offset })),
      )
      const glyphs = items.filter((item) => item.kind === 'glyphs')
      expect((await readItems(glyphs)).text).toBe(typed)
      const fonts = createFontUses((id) => (id === latin.id ? latin : song))
      const lasts = glyphs.map((item) => spellLine([item], fonts).at(-1)?.text)
      expect(lasts).toContain('\u00ad')
    }
  })

  it('has a word whole that is divided behind a ligature, the ligature saying its letters', async () => {
    const compose = createCompositor({ han: song, latin, fallbacks: [] })
    const typed = '东西南北春夏sufficient'
    const { lines } = compose(typed, 9, { hyphenates: true, lines: 'nearest' })
    expect(lines[0]?.end).toBe('东西南北春夏suffi'.length)
    const glyphs = lines
      .flatMap((line, index) => placeLine(line, 60_000 + LEADING_MPT * index, () => STORY))
      .filter((item) => item.kind === 'glyphs')
    const fonts = createFontUses((id) => (id === latin.id ? latin : song))
    const says = glyphs.map((item) => spellLine([item], fonts).map(({ text }) => text))
    expect(says[1]).toEqual(['s', 'u', 'ffi', '\u00ad'])
    expect((await readItems(glyphs)).text).toBe(typed)
  })

  it('keeps ideographic, no-break and doubled spaces as typed', async () => {
    const typed = '张　三、李　四，12\u00a0000元；two  spaces，三   个'
    expect((await readItems(setSentences([typed], {}))).text).toBe(typed)
  })

  it('says each of two characters that share a glyph', async () => {
    const glyph = song.glyphOf(0x4e00)
    const typed = '一\u2f00一'
    const item = itemOf(song, [glyph, glyph, glyph], { text: typed })
    expect((await readItems([item])).text).toBe(typed)
  })

  it('says ligatures and marks that came out as several glyphs', async () => {
    const glyphOf = (character: string) => latin.glyphOf(character.codePointAt(0) ?? 0)
    const ligature = latin.shape('fi', { script: 'Latn', language: 'en' })[0]?.glyph ?? 0
    const items = [
      itemOf(latin, [ligature, glyphOf('x')], { text: 'fix', clusters: [0, 2] }),
      // One character, two glyphs: the second says nothing.
      itemOf(latin, [glyphOf('e'), glyphOf('´'), glyphOf('t')], {
        text: 'ét',
        clusters: [0, 0, 1],
        xMpt: [80_000, 81_000, 86_000],
      }),
      // Two characters, two glyphs, one cluster.
      itemOf(latin, [glyphOf('q'), glyphOf('´'), glyphOf('z')], {
        text: 'q\u0301z',
        clusters: [0, 0, 2],
        xMpt: [100_000, 101_000, 106_000],
      }),
      itemOf(song, [song.glyphOf(0x845b), song.glyphOf(0x57ce)], {
        text: '葛\u{e0100}城',
        clusters: [0, 3],
        xMpt: [120_000, 130_000],
      }),
    ]
    expect((await readItems(items)).text).toBe('fixétq\u0301z葛\u{e0100}城')
  })

  it('says letters and their combining marks as typed', async () => {
    const typed = ['Chóngqìng市', '重庆Chóngqìng，café与café']
    expect((await readItems(setSentences(typed, {}))).lines.split('\n')).toEqual(typed)
  })

  it('reads characters beyond the basic plane and those without a glyph', async () => {
    const item = itemOf(song, [0, song.glyphOf(0x5b57)], { text: '𠮷字', clusters: [0, 2] })
    expect((await readItems([item])).text).toBe('𠮷字')
  })

  it('leaves emphasis dots and furniture out of the story', async () => {
    const dot = song.glyphOf(0x00b7)
    const items = [
      ...setSentences(['重点'], {}),
      itemOf(song, [dot, dot], { baselineMpt: 66_000 }),
      ...setSentences(['其后'], {}).map((item) => ({ ...item, baselineMpt: 90_000 })),
      ...setByHand('第12期', 40_000, 800_000, { han: song, latin }, { kind: 'furniture' }),
    ]
    const page = await readItems(items)
    expect(page.text).toBe('重点其后')
    expect(page.furniture).toContain('12')
  })

  it('places every glyph to a thousandth of an em', async () => {
    const setting = { gapMilli: 237, stretchMilli: 37, sizeMpt: 10_537 }
    const items = setSentences(MIXED_SENTENCES, setting)
    const pdf = await writeTestPdf([pageOf(items)], [song, latin])
    const placed = await readTextOperators(pdf)
    const wanted = items.flatMap((item) =>
      item.glyphs.map((_, index) => ({ x: item.xMpt[index] ?? 0, y: item.baselineMpt })),
    )
    expect(placed).toHaveLength(wanted.length)
    const off = placed.map(({ x, y }, index) => {
      const { x: wantedX = 0, y: wantedY = 0 } = wanted[index] ?? {}
      return Math.max(
        Math.abs(x * 1000 - (wantedX + 8_504)),
        Math.abs((841.89 + 8.504 - y) * 1000 - wantedY),
      )
    })
    expect(Math.max(...off)).toBeLessThanOrEqual(setting.sizeMpt / 1000)
  })
})

describe('text read by other programs', () => {
  const withoutBlanks = (text: string) => text.replace(/[\s\u2060]/g, '')

  for (const [tool, args] of [
    ['pdftotext', ['-raw', 'document.pdf', '-']],
    ['mutool', ['draw', '-F', 'txt', 'document.pdf']],
  ] as const) {
    itWithTool(tool, 'is in order, with nothing lost and no word cut', async () => {
      const pdf = await writeTestPdf([pageOf(setSentences(MIXED_SENTENCES, {}))], [song, latin])
      const output = await withBench(pdf, (bench) => bench.run(tool, ...args).output)
      expect(withoutBlanks(output)).toBe(withoutBlanks(MIXED_SENTENCES.join('')))
      for (const words of ['The Elements of Style', 'the new workshop', 'affine', 'The End.']) {
        expect(output).toContain(words)
      }
    })
  }

  itWithTool('pdftotext', 'is exact where no gap is wide', async () => {
    const items = setSentences(MIXED_SENTENCES, { gapMilli: 0, sizeMpt: 9_000 })
    const pdf = await writeTestPdf([pageOf(items)], [song, latin])
    const output = await withBench(
      pdf,
      (bench) => bench.run('pdftotext', '-raw', 'document.pdf', '-').output,
    )
    expect(output.trim().split('\n')).toEqual(MIXED_SENTENCES)
  })
})
