import { type Furniture, OWN_FIELD, parseFieldText } from './template-furniture'
import type { ReferringTemplate } from './template-references'

/** A field of its own that a template prints and does not list, by the path of the text. */
export interface UnlistedField {
  readonly path: (string | number)[]
  readonly name: string
}

/** The fields `{publication.fields.…}` that furniture prints and a template does not list. */
export function* findUnlistedFields(
  { parents, sections }: Pick<ReferringTemplate, 'parents' | 'sections'>,
  listed: readonly string[],
): Generator<UnlistedField> {
  for (const { path, text } of textsOfTemplate({ parents, sections })) {
    for (const part of parseFieldText(text)) {
      if (typeof part === 'string' || !part.field.startsWith(OWN_FIELD)) continue
      const name = part.field.slice(OWN_FIELD.length)
      if (!listed.includes(name)) yield { path, name }
    }
  }
}

interface PathText {
  readonly path: (string | number)[]
  readonly text: string
}

function* textsOfTemplate({
  parents,
  sections,
}: Pick<ReferringTemplate, 'parents' | 'sections'>): Generator<PathText> {
  for (const [name, { furniture }] of Object.entries(parents)) {
    yield* textsOf(furniture, ['parents', name, 'furniture'])
  }
  for (const [name, { banner }] of Object.entries(sections)) {
    yield* textsOf(banner.furniture, ['sections', name, 'banner', 'furniture'])
  }
}

function* textsOf(
  furniture: readonly Furniture[],
  path: readonly (string | number)[],
): Generator<PathText> {
  for (const [index, item] of furniture.entries()) {
    if (item.kind === 'text') yield { path: [...path, index, 'text'], text: item.text }
    if (item.kind !== 'rows') continue
    for (const [group, rows] of item.groups.entries()) {
      for (const [place, row] of rows.entries()) {
        for (const side of ['left', 'middle', 'right'] as const) {
          const text = row[side]
          if (text !== undefined)
            yield { path: [...path, index, 'groups', group, place, side], text }
        }
      }
    }
  }
}
