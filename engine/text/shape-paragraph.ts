import { Break } from './break-rank'
import { cutBytes, cutNumbers } from './cut-arrays'
import { findHyphens } from './find-hyphens'
import { mergeRuns, type MergedRuns, type RubyBase } from './merge-runs'
import { type ResolvedText, resolveText } from './resolve-text'
import { setGaps } from './set-gaps'
import { shapeClusters } from './shape-clusters'
import { makeRoomForRubies, type RubyText, rubyStyle } from './ruby-room'
import type { ShapedParagraph } from './shaped-paragraph'
import type { MissingCharacter } from './set-line'
import type { ParagraphSetting, StyledRun } from './style'
import { hasStops } from './tab-stops'
import { rankBreaks } from './tailor-breaks'

/** What of a paragraph's setting its shaping depends on. */
export type ShapingChoice = Pick<
  ParagraphSetting,
  | 'prohibition'
  | 'squeezeStops'
  | 'marks'
  | 'hangs'
  | 'hyphenates'
  | 'letterFitMilliEm'
  | 'tabs'
  | 'shape'
>

/** A ruby stands on one line at its natural width, its marks half an em. */
const RUBY_CHOICE: ShapingChoice = {
  prohibition: 'none',
  squeezeStops: false,
  marks: 'half',
  hangs: false,
  shape: 'fill',
}

/** The marks that may hang (R6). */
const HANGING = '、，。．'

/**
 * Makes a paragraph ready for breaking: glyphs, widths, gaps and break opportunities. Of the
 * setting it depends on what `ShapingChoice` names alone, and on no measure. Runs whose
 * styles are equal count as one.
 */
export function shapeParagraph(runs: readonly StyledRun[], choice: ShapingChoice): ShapedParagraph {
  const { prohibition, hangs: mayHang } = choice
  const merged = mergeRuns(runs)
  const resolved = resolveText(merged.text)
  const ranks = rankBreaks(resolved, prohibition)
  const divides = choice.hyphenates === true && choice.shape === 'fill'
  const divided = divides ? divideWords(resolved, merged, ranks) : undefined
  if (hasStops(choice)) keepTabs(resolved.text, ranks)
  keepUnbroken(merged, ranks)
  const { clusters, faces, missing } = shapeClusters(resolved, merged)
  const { text, styles } = merged
  const set = setGaps(text, clusters, styles, choice)
  const { count, offsets, bodies } = clusters
  const { naturals, minima } = set.gaps
  const rubyTexts = merged.rubies.map(shapeRuby)
  const room = makeRoomForRubies(rubyTexts, clusters, naturals)

  const breaks = cutBytes(count)
  const positions = cutNumbers(count + 1)
  const squeezes = cutNumbers(count + 1)
  const hangs = cutBytes(count)
  const hyphens = cutBytes(count)
  for (let at = 0; at < count; at++) {
    const natural = naturals[at] ?? 0
    if (mayHang && HANGING.includes(text.charAt(offsets[at] ?? 0))) hangs[at] = 1
    breaks[at] = at + 1 === count ? Break.Forced : (ranks[offsets[at + 1] ?? 0] ?? Break.Never)
    if (divided?.has(offsets[at + 1] ?? 0) === true && breaks[at] === Break.Free) {
      hyphens[at] = 1
      clusters.reshapes[at] = 1
    }
    positions[at + 1] = (positions[at] ?? 0) + (bodies[at] ?? 0) + natural
    squeezes[at + 1] = (squeezes[at] ?? 0) + natural - (minima[at] ?? 0)
  }
  return {
    text,
    isChinese: resolved.isChinese,
    styles,
    faces,
    count,
    offsets,
    kinds: clusters.kinds,
    styleOf: clusters.styleOf,
    faceOf: clusters.faceOf,
    bodies,
    blanksBefore: set.blanksBefore,
    blanksAfter: set.blanksAfter,
    glyphs: clusters.glyphs(),
    breaks,
    reshapes: clusters.reshapes,
    hyphens,
    gaps: set.gaps,
    positions,
    hangs,
    squeezes,
    ...room,
    missing: [...missing, ...rubyTexts.flatMap(missingInRuby)],
  }
}

/**
 * Makes the places free at which English words may be divided, and tells which they are; there are
 * none within what is to stay together.
 */
function divideWords(
  resolved: ResolvedText,
  merged: MergedRuns,
  ranks: Uint8Array,
): ReadonlySet<number> {
  const kept = keptStretches(merged)
  const isKept = (offset: number) => kept.some(([start, end]) => start < offset && offset < end)
  const places = findHyphens(resolved).filter(
    (offset) => ranks[offset] === Break.Word && !isKept(offset),
  )
  for (const offset of places) ranks[offset] = Break.Free
  return new Set(places)
}

/** A tab that goes to a stop begins a line rather than end one: what it brings there goes with it. */
function keepTabs(text: string, ranks: Uint8Array): void {
  for (let offset = text.indexOf('\t'); offset >= 0; offset = text.indexOf('\t', offset + 1)) {
    if (offset > 0 && ranks[offset] !== Break.Forced) ranks[offset] = Break.Free
    const after = offset + 1
    if (after < ranks.length && ranks[after] !== Break.Forced) ranks[after] = Break.Never
  }
}

/** What no face of its base has of a ruby, at the base. */
function missingInRuby({ base, shaped }: RubyText): readonly MissingCharacter[] {
  return shaped.missing.map(({ character }) => ({ offset: base.start, character }))
}

function shapeRuby(base: RubyBase): RubyText {
  const runs = [{ text: base.text, style: rubyStyle(base.style), noBreak: false }]
  return { base, shaped: shapeParagraph(runs, RUBY_CHOICE) }
}

/** Text that is to stay together, and the bases of rubies: their first offsets and their ends. */
function keptStretches({ unbroken, rubies }: MergedRuns): MergedRuns['unbroken'] {
  return [...unbroken, ...rubies.map(({ start, end }) => [start, end] as const)]
}

/** What is to stay together is parted only where it is too long for a line. */
function keepUnbroken(merged: MergedRuns, ranks: Uint8Array): void {
  for (const [start, end] of keptStretches(merged)) {
    for (let offset = start + 1; offset < end; offset++) {
      if (ranks[offset] === Break.Free) ranks[offset] = Break.Kept
    }
  }
}
