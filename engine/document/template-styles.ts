import * as z from 'zod'
import { inWords } from './fault'
import { lengthSchema, positiveLengthSchema } from './length'

/** A name that templates give to a style, a swatch, a parent page or a section style. */
export const nameSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u)

const percent = z.number().min(0).max(100)

/** A named colour: parts of the four process inks in percent, or a tint of another swatch. */
export const swatchSchema = z.union([
  z.strictObject({ cmyk: z.tuple([percent, percent, percent, percent]) }),
  z.strictObject({ of: nameSchema, tint: percent }),
])

export type Swatch = z.infer<typeof swatchSchema>

/** Which families play a role; the companion takes Latin letters and digits from the Han face. */
export const fontRoleSchema = z.strictObject({
  family: z.string().min(1).max(100),
  latin: z.string().min(1).max(100).optional(),
  fallbacks: z.array(z.string().min(1).max(100)).max(8).optional(),
})

export type FontRole = z.infer<typeof fontRoleSchema>

/** Where a tab goes: a distance from the left edge of the text, or its right edge. */
export const tabStopSchema = z.strictObject({
  at: z.union([z.literal('end'), positiveLengthSchema]),
  align: z.enum(['left', 'right', 'center']),
  /** What fills the white before the text (前导符). */
  leader: z.enum(['·', '…', '.']).optional(),
})

/** What a paragraph style may say; whatever it leaves out comes from the style it is based on. */
export const paragraphStyleSchema = z.strictObject({
  basedOn: nameSchema.optional(),
  font: nameSchema.optional(),
  weight: z.int().min(100).max(900).optional(),
  size: lengthSchema
    .refine(
      (mpt) => mpt >= 1_000 && mpt <= 1_000_000,
      inWords('字号应在 1pt 到 1000pt 之间', 'a size is between 1pt and 1000pt'),
    )
    .optional(),
  /** Distance of baselines; the grid's own where none is given. */
  leading: positiveLengthSchema.optional(),
  swatch: nameSchema.optional(),
  /** Space after each character in ems. */
  tracking: z.number().min(-0.5).max(4).optional(),
  align: z.enum(['justify', 'left', 'center', 'right']).optional(),
  /** First-line indent in ems. */
  indent: z.number().min(0).max(20).optional(),
  spaceBefore: lengthSchema.optional(),
  spaceAfter: lengthSchema.optional(),
  prohibition: z.enum(['none', 'basic', 'gb', 'strict']).optional(),
  /** Han characters that the last line must have at least (孤字). */
  lastLineMinHan: z.int().min(1).max(8).optional(),
  squeezeStops: z.boolean().optional(),
  /** How wide marks are: an em (全角), half an em (半角), or an em for 。？！ alone (开明). */
  marks: z.enum(['full', 'half', 'kaiming']).optional(),
  /** Whether one of 、，。 hangs beyond the measure at a line's end. */
  hangs: z.boolean().optional(),
  /**
   * How lines are chosen: all of a paragraph together, so many as look best or as few as there can
   * be, or each taking in all that it can.
   */
  lines: z.enum(['total-fit', 'fewest', 'nearest']).optional(),
  trimLineStart: z.boolean().optional(),
  /** Whether English words may be divided with a hyphen at a line's end. */
  hyphenates: z.boolean().optional(),
  /** By how much the space between Latin letters may shrink or grow, in percent of an em. */
  letterFit: z.number().min(0).max(3).optional(),
  /** Lines of like length that break by sense, for headlines. */
  balance: z.boolean().optional(),
  /** Where tabs go, in any order; without any a tab is a blank of one em. */
  tabs: z.array(tabStopSchema).max(12).optional(),
  /** Text set before the first line, in its own style: the ◆ of a brief. */
  lead: z.strictObject({ text: z.string().min(1).max(8), swatch: nameSchema }).optional(),
})

export type TabStopSpec = z.infer<typeof tabStopSchema>

export type ParagraphStyleSpec = z.infer<typeof paragraphStyleSchema>

/** A paragraph style with its inheritance resolved. */
export interface ParagraphStyle {
  readonly font: string
  readonly weight: number
  readonly sizeMpt: number
  readonly leadingMpt: number
  readonly swatch: string
  readonly trackingMilliEm: number
  readonly align: 'justify' | 'left' | 'center' | 'right'
  readonly indentMpt: number
  readonly spaceBeforeMpt: number
  readonly spaceAfterMpt: number
  readonly prohibition: 'none' | 'basic' | 'gb' | 'strict'
  readonly lastLineMinHan: number
  readonly squeezeStops: boolean
  readonly marks: 'full' | 'half' | 'kaiming'
  readonly hangs: boolean
  readonly lines: 'total-fit' | 'fewest' | 'nearest'
  readonly trimLineStart: boolean
  readonly hyphenates: boolean
  readonly letterFitMilliEm: number
  readonly balance: boolean
  readonly tabs: readonly TabStopSpec[]
  readonly lead?: { readonly text: string; readonly swatch: string }
}

/** A chain of `basedOn` that leads nowhere or back to itself, found while resolving a style. */
export interface StyleFault {
  readonly style: string
  readonly missing: string
}

/**
 * A style with all it inherits, the nearest word winning; `undefined` leaves fall back to plain
 * body text on the grid.
 */
export function resolveStyle(
  styles: Readonly<Record<string, ParagraphStyleSpec>>,
  name: string,
  gridLeadingMpt: number,
): ParagraphStyle | StyleFault {
  const seen = new Set<string>()
  let merged: ParagraphStyleSpec = {}
  for (let at: string | undefined = name; at !== undefined;) {
    const spec: ParagraphStyleSpec | undefined = Object.hasOwn(styles, at) ? styles[at] : undefined
    if (spec === undefined || seen.has(at)) return { style: name, missing: at }
    seen.add(at)
    merged = { ...spec, ...merged }
    at = spec.basedOn
  }
  const sizeMpt = merged.size ?? 10_500
  return {
    font: merged.font ?? 'song',
    weight: merged.weight ?? 400,
    sizeMpt,
    leadingMpt: merged.leading ?? gridLeadingMpt,
    swatch: merged.swatch ?? 'black',
    trackingMilliEm: Math.round((merged.tracking ?? 0) * 1000),
    align: merged.align ?? 'justify',
    indentMpt: Math.round((merged.indent ?? 0) * sizeMpt),
    spaceBeforeMpt: merged.spaceBefore ?? 0,
    spaceAfterMpt: merged.spaceAfter ?? 0,
    prohibition: merged.prohibition ?? 'basic',
    lastLineMinHan: merged.lastLineMinHan ?? 2,
    squeezeStops: merged.squeezeStops ?? true,
    marks: merged.marks ?? 'full',
    hangs: merged.hangs ?? false,
    lines: merged.lines ?? 'total-fit',
    trimLineStart: merged.trimLineStart ?? false,
    hyphenates: merged.hyphenates ?? false,
    letterFitMilliEm: Math.round((merged.letterFit ?? 0) * 10),
    balance: merged.balance ?? false,
    tabs: merged.tabs ?? [],
    ...(merged.lead === undefined ? {} : { lead: merged.lead }),
  }
}
