import { viewOf } from './sfnt'

/** What an `OS/2` table says of a face (OpenType 1.9, "OS/2"). */
export interface Os2Facts {
  /** 1…1000, as in CSS. */
  readonly weight: number
  readonly hasNormalWidth: boolean
  readonly isItalic: boolean
  /** Whether its maker lets a subset be embedded in a document (`fsType`). */
  readonly mayEmbed: boolean
  /** In font units; absent in tables before version 2. */
  readonly capHeight?: number
}

const FS_TYPE_RESTRICTED = 0x0002
const FS_TYPE_LICENCES = 0x000f
const FS_TYPE_NO_SUBSETS = 0x0100
const FS_TYPE_BITMAPS_ONLY = 0x0200
const ITALIC = 0x0001
const BOLD = 0x0020
const OBLIQUE = 0x0200
const NORMAL_WIDTH = 5
const WIDEST = 9
const REGULAR = 400

/** Reads an `OS/2` table; what one cut short leaves out is as in an ordinary upright face. */
export function readOs2(os2: Uint8Array | undefined): Os2Facts {
  const view = viewOf(os2 ?? new Uint8Array())
  const field = (offset: number, otherwise: number): number =>
    offset + 2 <= view.byteLength ? view.getUint16(offset) : otherwise
  const style = field(62, 0)
  const width = field(6, NORMAL_WIDTH)
  const facts = {
    weight: weightOf(field(4, REGULAR), (style & BOLD) !== 0),
    hasNormalWidth: width === NORMAL_WIDTH || width === 0 || width > WIDEST,
    isItalic: (style & (ITALIC | OBLIQUE)) !== 0,
    mayEmbed: permitsSubsets(field(8, 0)),
  }
  const hasCapHeight = field(0, 0) >= 2 && view.byteLength >= 90
  return hasCapHeight ? { ...facts, capHeight: view.getInt16(88) } : facts
}

/** Old faces count from 1 to 9, or call themselves bold and leave the weight at that of text. */
function weightOf(usWeightClass: number, isBold: boolean): number {
  const stated = usWeightClass < 10 ? 100 * usWeightClass : Math.min(usWeightClass, 1000)
  const weight = stated === 0 ? REGULAR : stated
  return isBold && weight === REGULAR ? 700 : weight
}

/** Of several licences the mildest counts. */
function permitsSubsets(fsType: number): boolean {
  if ((fsType & (FS_TYPE_NO_SUBSETS | FS_TYPE_BITMAPS_ONLY)) !== 0) return false
  return (fsType & FS_TYPE_LICENCES) !== FS_TYPE_RESTRICTED
}
