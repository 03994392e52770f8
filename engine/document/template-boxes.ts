import type { Furniture } from './template-furniture'
import type { ReferringTemplate } from './template-references'

/** A box that begins after a text which is not drawn before it, by the path of that name. */
export interface LooseBox {
  readonly path: (string | number)[]
  readonly name: string
}

/** The boxes of a template that follow no text: furniture is drawn in its order. */
export function* findLooseBoxes({
  parents,
  sections,
}: Pick<ReferringTemplate, 'parents' | 'sections'>): Generator<LooseBox> {
  for (const [name, { furniture }] of Object.entries(parents)) {
    yield* looseBoxesOf(furniture, ['parents', name, 'furniture'])
  }
  for (const [name, { banner }] of Object.entries(sections)) {
    yield* looseBoxesOf(banner.furniture, ['sections', name, 'banner', 'furniture'])
  }
}

function* looseBoxesOf(
  furniture: readonly Furniture[],
  path: readonly (string | number)[],
): Generator<LooseBox> {
  const texts = new Set<string>()
  for (const [index, item] of furniture.entries()) {
    if (item.kind === 'text' && item.id !== undefined) texts.add(item.id)
    if (item.kind !== 'box' || item.after === undefined || texts.has(item.after.text)) continue
    yield { path: [...path, index, 'after', 'text'], name: item.after.text }
  }
}
