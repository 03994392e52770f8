/** The elements that stand for marks, as the editor's parser reads them. */
export type MarkTag = 'strong' | 'em' | 'u' | 'sup' | 'sub'

/** What the inline style of a pasted element says of its text, as far as a story has a word for it. */
export interface PastedStyle {
  readonly marks: readonly MarkTag[]
  /** It says that its text is not bold, whatever its element says. */
  readonly isLight: boolean
  /** It is not to be seen. */
  readonly isHidden: boolean
  /** The level of a heading that Word gave a paragraph that is no heading by its element. */
  readonly isHeading: boolean
  /** The paragraph belongs to a list of Word. */
  readonly isListItem: boolean
  /** The lead mark of such a paragraph, which Word writes out as text. */
  readonly isLeadMark: boolean
}

const BOLD_FROM = 600

/** Reads the text of a style attribute; the browser is not asked, for it may refuse such styles. */
export function readPastedStyle(text: string): PastedStyle {
  const said = readDeclarations(text)
  const get = (name: string): string => said.get(name) ?? ''
  const weight = get('font-weight')
  const isBold = /^(bold|bolder)$/.test(weight) || Number(weight) >= BOLD_FROM
  const lines = `${get('text-decoration')} ${get('text-decoration-line')}`
  const dots = `${get('text-emphasis')} ${get('text-emphasis-style')} ${get('-webkit-text-emphasis')}`
  const rise = get('vertical-align')
  const marks: readonly (readonly [MarkTag, boolean])[] = [
    ['strong', isBold],
    ['em', /dot|circle|triangle|sesame/.test(dots)],
    ['u', /underline/.test(lines) && get('mso-text-underline') !== 'none'],
    ['sup', rise === 'super'],
    ['sub', rise === 'sub'],
  ]
  const list = get('mso-list')
  return {
    marks: marks.filter(([, isSaid]) => isSaid).map(([tag]) => tag),
    isLight: weight === 'normal' || (weight !== '' && Number(weight) < BOLD_FROM),
    isHidden: get('display') === 'none' || get('mso-hide') === 'all',
    isHeading: /^[1-9]$/.test(get('mso-outline-level')),
    isListItem: /\blevel\d/.test(list),
    isLeadMark: /^ignore$/.test(list),
  }
}

function readDeclarations(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    found.set(
      name,
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
  }
  return found
}
