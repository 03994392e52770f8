import { BLACK } from '../document/ink'
import { BanxinError } from '../document/message'
import type { ParagraphStyle } from '../document/template-styles'
import type { Template } from '../document/template'
import type { FontBook } from '../fonts/font-book'
import { UNBOUNDED } from '../text/shaped-paragraph'
import type { CharacterStyle, ParagraphSetting, TabStop } from '../text/style'

/** A paragraph style bound to faces and ink: what the text room needs to set with it. */
export interface BoundStyle {
  readonly name: string
  readonly style: ParagraphStyle
  readonly character: CharacterStyle
  readonly setting: ParagraphSetting
}

/** The weight that `strong` text takes in a style of a given weight. */
export const STRONG_WEIGHT = 700

/** The paragraph styles of a template, each bound once. */
export interface StyleBook {
  /** @throws {BanxinError} `style-missing` when the template has no such style. */
  get(name: string): BoundStyle
  /** The same characters, heavier: the `strong` mark. */
  strengthen(bound: BoundStyle): CharacterStyle
}

export function createStyleBook(template: Template, book: FontBook): StyleBook {
  const bound = new Map<string, BoundStyle>()
  const strong = new Map<string, CharacterStyle>()
  return {
    get(name) {
      const known = bound.get(name)
      if (known !== undefined) return known
      const style = template.styles.get(name)
      if (style === undefined) throw styleMissing(name)
      const made = bindStyle(name, style, template, book)
      bound.set(name, made)
      return made
    },
    strengthen({ name, style, character }) {
      const known = strong.get(name)
      if (known !== undefined) return known
      const weight = Math.max(style.weight, STRONG_WEIGHT)
      const made = { ...character, stack: book.stack(style.font, weight) }
      strong.set(name, made)
      return made
    },
  }
}

function bindStyle(
  name: string,
  style: ParagraphStyle,
  template: Template,
  book: FontBook,
): BoundStyle {
  return {
    name,
    style,
    character: {
      stack: book.stack(style.font, style.weight),
      sizeMpt: style.sizeMpt,
      ink: template.inks.get(style.swatch) ?? BLACK,
      trackingMilliEm: style.trackingMilliEm,
      riseMpt: 0,
      emphasisDots: false,
    },
    setting: {
      alignment: style.align,
      indentMpt: style.indentMpt,
      prohibition: style.prohibition,
      lastLineMinHan: style.lastLineMinHan,
      squeezeStops: style.squeezeStops,
      marks: style.marks,
      hangs: style.hangs,
      lines: style.lines,
      trimLineStart: style.trimLineStart,
      hyphenates: style.hyphenates,
      letterFitMilliEm: style.letterFitMilliEm,
      tabs: stopsOf(style),
      shape: style.balance ? 'balance' : 'fill',
    },
  }
}

/** The tab stops of a style from left to right, the right edge of the measure last. */
function stopsOf({ tabs }: ParagraphStyle): readonly TabStop[] {
  const stops = tabs.map(({ at, align, leader }): TabStop => {
    return { atMpt: at, align, ...(leader === undefined ? {} : { leader }) }
  })
  const placeOf = ({ atMpt }: TabStop): number => (atMpt === 'end' ? UNBOUNDED : atMpt)
  return stops.sort((one, other) => placeOf(one) - placeOf(other))
}

function styleMissing(name: string): BanxinError {
  return new BanxinError('style-missing', {
    what: {
      zh: `模板里没有段落样式“${name}”`,
      en: `The template has no paragraph style “${name}”`,
    },
    where: 'template.json: styles',
    mend: { zh: '请在模板中添加这个样式', en: 'Add the style to the template' },
  })
}
