import type { StoryBox } from './story-box'
import type { Furniture } from './template-furniture'
import type { ParentPage } from './template-parents'
import type { HeadStyles, SectionStyle } from './template-sections'
import type { FontRole, ParagraphStyleSpec, Swatch } from './template-styles'

/** The parts of a template that name one another. */
export interface ReferringTemplate {
  readonly fonts: Readonly<Record<string, FontRole>>
  readonly swatches: Readonly<Record<string, Swatch>>
  readonly styles: Readonly<Record<string, ParagraphStyleSpec>>
  readonly parents: Readonly<Record<string, ParentPage>>
  readonly sections: Readonly<Record<string, SectionStyle>>
  readonly sequence: Readonly<Record<'first' | 'last', string>> & {
    readonly inside: readonly string[]
    readonly only?: string | undefined
  }
  readonly assign: Readonly<Record<'first' | 'briefs' | 'other', string>>
  readonly jump?: Readonly<Record<'line' | 'headline', string>> | undefined
}

/** A name that one part of a template uses and another must define. */
export interface Reference {
  readonly path: (string | number)[]
  readonly kind: 'fonts' | 'swatches' | 'styles' | 'parents' | 'sections'
  readonly name: string
}

/** Every name that a template uses, with the path at which it stands. */
export function* collectReferences(template: ReferringTemplate): Generator<Reference> {
  for (const [name, swatch] of Object.entries(template.swatches)) {
    if ('of' in swatch) yield { path: ['swatches', name, 'of'], kind: 'swatches', name: swatch.of }
  }
  for (const [name, style] of Object.entries(template.styles)) {
    const path = ['styles', name]
    if (style.font !== undefined) yield { path: [...path, 'font'], kind: 'fonts', name: style.font }
    for (const [at, swatch] of [
      ['swatch', style.swatch],
      ['lead', style.lead?.swatch],
    ] as const) {
      if (swatch !== undefined) yield { path: [...path, at], kind: 'swatches', name: swatch }
    }
  }
  const { first, inside, last, only } = template.sequence
  yield { path: ['sequence', 'first'], kind: 'parents', name: first }
  for (const name of inside) yield { path: ['sequence', 'inside'], kind: 'parents', name }
  yield { path: ['sequence', 'last'], kind: 'parents', name: last }
  if (only !== undefined) yield { path: ['sequence', 'only'], kind: 'parents', name: only }
  for (const place of ['first', 'briefs', 'other'] as const) {
    yield { path: ['assign', place], kind: 'sections', name: template.assign[place] }
  }
  for (const [place, name] of Object.entries(template.jump ?? {})) {
    yield { path: ['jump', place], kind: 'styles', name }
  }
  for (const [name, parent] of Object.entries(template.parents)) {
    yield* furnitureReferences(parent.furniture, ['parents', name, 'furniture'])
    for (const [slotName, { box, head }] of Object.entries(parent.slots ?? {})) {
      const path = ['parents', name, 'slots', slotName]
      yield* boxReferences(box, [...path, 'box'])
      if (head !== undefined) yield* headReferences(head, [...path, 'head'])
    }
  }
  for (const [name, section] of Object.entries(template.sections)) {
    const path = ['sections', name]
    yield* furnitureReferences(section.banner.furniture, [...path, 'banner', 'furniture'])
    for (const head of ['firstHead', 'head'] as const) {
      yield* headReferences(section[head], [...path, head])
    }
    yield* boxReferences(section.box, [...path, 'box'])
    for (const part of SECTION_STYLE_PARTS) {
      yield { path: [...path, part], kind: 'styles', name: section[part] }
    }
    const levels = [section.subheading].flat()
    for (const [index, name] of levels.entries()) {
      const at = typeof section.subheading === 'string' ? [] : [index]
      yield { path: [...path, 'subheading', ...at], kind: 'styles', name }
    }
    if (section.dropCap?.style !== undefined) {
      yield { path: [...path, 'dropCap', 'style'], kind: 'styles', name: section.dropCap.style }
    }
  }
}

function* headReferences(head: HeadStyles, path: (string | number)[]): Generator<Reference> {
  for (const [part, name] of Object.entries(head)) {
    yield { path: [...path, part], kind: 'styles', name }
  }
}

function* boxReferences(
  box: StoryBox | undefined,
  path: (string | number)[],
): Generator<Reference> {
  if (box?.fill !== undefined) {
    yield { path: [...path, 'fill'], kind: 'swatches', name: box.fill }
  }
  if (box?.rule !== undefined) {
    yield { path: [...path, 'rule', 'swatch'], kind: 'swatches', name: box.rule.swatch }
  }
}

const SECTION_STYLE_PARTS = [
  'body',
  'brief',
  'pullQuote',
  'tableCell',
  'caption',
  'credit',
  'qrText',
] as const

function* furnitureReferences(
  furniture: readonly Furniture[],
  path: (string | number)[],
): Generator<Reference> {
  for (const [index, item] of furniture.entries()) {
    const at = [...path, index]
    if (item.kind === 'text') {
      yield { path: [...at, 'style'], kind: 'styles', name: item.style }
      for (const [order, name] of (item.narrower ?? []).entries()) {
        yield { path: [...at, 'narrower', order], kind: 'styles', name }
      }
    }
    if (item.kind === 'rows') {
      yield { path: [...at, 'rules', 'swatch'], kind: 'swatches', name: item.rules.swatch }
      for (const [group, rows] of item.groups.entries()) {
        for (const [row, { style }] of rows.entries()) {
          yield { path: [...at, 'groups', group, row, 'style'], kind: 'styles', name: style }
        }
      }
    }
    if (item.kind === 'contents') {
      yield { path: [...at, 'style'], kind: 'styles', name: item.style }
      yield { path: [...at, 'folioStyle'], kind: 'styles', name: item.folioStyle }
    }
    if ('swatch' in item) yield { path: [...at, 'swatch'], kind: 'swatches', name: item.swatch }
  }
}
