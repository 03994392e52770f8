import { BLACK } from '../engine/document/ink'
import { BanxinError } from '../engine/document/message'
import { createFontBook } from '../engine/fonts/font-book'
import { composeParagraph } from '../engine/text/compose-paragraph'
import type { CharacterStyle, ParagraphSetting, ProhibitionLevel } from '../engine/text/style'
import { loadFaces } from '../host/load-faces'
import { readText } from '../host/read-text'
import type { TypedLength } from './parse-values'
import { UsageError } from './usage-error'

/** What `banxin lines` is asked for. */
export interface LinesOptions {
  readonly measure: TypedLength
  readonly size: number
  readonly indent: TypedLength
  readonly face: 'song' | 'hei' | 'kai'
  readonly rules: ProhibitionLevel
  readonly lines: ParagraphSetting['lines']
  readonly lastLine: number
  readonly marks: ParagraphSetting['marks']
  readonly hangs: boolean
  readonly trimLineStart: boolean
  readonly wideStops: boolean
  readonly hyphenate: boolean
  /** Thousandths of an em. */
  readonly letterFit: number
  /** Paragraphs that run over (放行), counted from 1. */
  readonly runOver: ReadonlySet<number>
}

const families = { song: 'Noto Serif SC', hei: 'Noto Sans SC', kai: 'LXGW WenKai' } as const
const latin = 'Source Serif 4'
const weight = 400

/**
 * The lines of all paragraphs of a text file, each exactly as typed.
 * @throws {BanxinError} when the file cannot be read, or no face has one of its characters.
 */
export async function composeLines(path: string, options: LinesOptions): Promise<string[]> {
  const measureMpt = toMpt(options.measure, options.size)
  const indentMpt = toMpt(options.indent, options.size)
  if (measureMpt < indentMpt + options.size) {
    throw new UsageError({
      zh: '行长放不下缩进和一个字',
      en: 'The measure has no room for the indent and one character',
    })
  }
  const text = await readText(path)
  const family = families[options.face]
  const faces = await loadFaces([
    { family, weight },
    { family: latin, weight },
  ])
  const stack = createFontBook({ body: { family, latin } }, faces).stack('body', weight)
  const style: CharacterStyle = {
    stack,
    sizeMpt: options.size,
    ink: BLACK,
    trackingMilliEm: 0,
    riseMpt: 0,
    emphasisDots: false,
  }
  const setting: ParagraphSetting = {
    alignment: 'justify',
    indentMpt,
    prohibition: options.rules,
    lastLineMinHan: options.lastLine,
    marks: options.marks,
    hangs: options.hangs,
    squeezeStops: !options.wideStops,
    lines: options.lines,
    trimLineStart: options.trimLineStart,
    hyphenates: options.hyphenate,
    letterFitMilliEm: options.letterFit,
    shape: 'fill',
  }
  return paragraphsOf(text).flatMap((paragraph, index) => {
    const runs = [{ text: paragraph, style, noBreak: false }]
    const { lines, missing } = composeParagraph(
      runs,
      { ...setting, runsOver: options.runOver.has(index + 1) },
      [measureMpt],
    )
    const [first] = missing
    if (first !== undefined) throw characterMissing(first.character, family, path)
    return lines.map(({ start, end }) => paragraph.slice(start, end))
  })
}

function toMpt(length: TypedLength, sizeMpt: number): number {
  return 'mpt' in length ? length.mpt : Math.round((length.milliEm * sizeMpt) / 1000)
}

/** One paragraph a line; indents that were typed give way to the one that is asked for. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function characterMissing(character: string, family: string, path: string): BanxinError {
  const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return new BanxinError('character-missing', {
    what: {
      zh: `${family} 没有“${character}”（${name}）`,
      en: `${family} lacks “${character}” (${name})`,
    },
    where: path,
    mend: { zh: '请改字，或换一种字体', en: 'Change the character, or take another face' },
  })
}
