import { readNames } from './name-table'
import { readOs2 } from './os2-table'
import { viewOf } from './sfnt'

/**
 * Why a face cannot set text: it is italic, and templates know upright faces alone; it holds
 * pictures of glyphs instead of outlines; its outlines are CFF2, which only variable fonts have and
 * no PDF takes; its file cannot be read.
 */
export type FaceFlaw = 'italic' | 'bitmap' | 'cff2' | 'unreadable'

/** What a face says of itself, for a list of the faces of a machine. */
export interface FaceDescription {
  /**
   * Its family in every language that it names it in, English first. A narrow or wide face does not
   * go by the family that it shares with normal ones, but by its styled names.
   */
  readonly families: readonly string[]
  /** Its family as older programs list it, with what sets it apart, as in `Noto Serif SC Black`. */
  readonly styledFamilies: readonly string[]
  /** 1…1000, as in CSS; of a variable face that of its default instance, which is what it sets. */
  readonly weight: number
  readonly mayEmbed: boolean
  readonly flaw: FaceFlaw | null
}

const FAMILY = 1
const TYPOGRAPHIC_FAMILY = 16
const MACINTOSH = 1
const MACINTOSH_ENGLISH = 0
const WINDOWS_ENGLISH = 0x0409
const MAC_STYLE_ITALIC = 2
const LONGEST_FAMILY = 100
const MOST_FAMILIES = 16

/**
 * Describes a face by its tables `name`, `OS/2` and `head`, such as are there, and by the tags of
 * all its tables; `undefined` for one without a family, which nobody can ask for.
 */
export function describeFace(
  tables: ReadonlyMap<string, Uint8Array>,
  tags: ReadonlySet<string>,
): FaceDescription | undefined {
  const name = tables.get('name') ?? new Uint8Array()
  const os2 = readOs2(tables.get('OS/2'))
  const styledFamilies = readFamilies(name, FAMILY)
  const typographic = os2.hasNormalWidth ? readFamilies(name, TYPOGRAPHIC_FAMILY) : []
  const families = typographic.length > 0 ? typographic : styledFamilies
  if (families.length === 0) return undefined
  return {
    families,
    styledFamilies,
    weight: os2.weight,
    mayEmbed: os2.mayEmbed,
    flaw: findFlaw(os2.isItalic || leansByHead(tables.get('head')), tags),
  }
}

function findFlaw(isItalic: boolean, tags: ReadonlySet<string>): FaceFlaw | null {
  if (isItalic) return 'italic'
  if (tags.has('glyf') || tags.has('CFF ')) return null
  return tags.has('CFF2') ? 'cff2' : 'bitmap'
}

function leansByHead(head: Uint8Array | undefined): boolean {
  if (head === undefined || head.length < 46) return false
  return (viewOf(head).getUint16(44) & MAC_STYLE_ITALIC) !== 0
}

function readFamilies(name: Uint8Array, nameId: number): readonly string[] {
  const english = new Set<string>()
  const others = new Set<string>()
  for (const { platform, language, text } of readNames(name, nameId)) {
    const family = text.trim()
    if (!isFamily(family)) continue
    // Of old Macintosh encodings only ASCII is sure.
    if (platform === MACINTOSH && /[^ -~]/.test(family)) continue
    const isEnglish = language === (platform === MACINTOSH ? MACINTOSH_ENGLISH : WINDOWS_ENGLISH)
    ;(isEnglish ? english : others).add(family)
    if (english.size + others.size === MOST_FAMILIES) break
  }
  return [...new Set([...english, ...others])]
}

/** A dot marks families that a system keeps for itself. */
function isFamily(text: string): boolean {
  return text.length <= LONGEST_FAMILY && /^[^.\p{Cc}\p{Cs}][^\p{Cc}\p{Cs}]*$/u.test(text)
}
