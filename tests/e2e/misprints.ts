import { BLACK } from '../../engine/document/ink'
import type { ComposedPage, GlyphItem, PageItem } from '../../engine/layout/page'

/** A page that is not quite what was to be printed. */
type Misprint = (page: ComposedPage) => ComposedPage

const SHIFT_MPT = 1_000
const SHIFT_OF_CROP = 15

function replaceItem(page: ComposedPage, item: PageItem, by: PageItem): ComposedPage {
  return { ...page, items: page.items.map((each) => (each === item ? by : each)) }
}

/** The smallest text that has one of these characters, and at which glyph. */
function findGlyph(page: ComposedPage, characters: string): readonly [GlyphItem, number] {
  const found = page.items.flatMap((item) => {
    if (item.kind !== 'glyphs') return []
    const index = item.clusters.findIndex((at) => characters.includes(item.text.charAt(at)))
    return index < 0 ? [] : [[item, index] as const]
  })
  const [smallest] = found.sort(([one], [other]) => one.sizeMpt - other.sizeMpt)
  if (smallest === undefined) throw new Error(`page ${page.folio} has none of ${characters}`)
  return smallest
}

function drop(characters: string): Misprint {
  return (page) => {
    const [item, index] = findGlyph(page, characters)
    const without = <T>(list: readonly T[]): T[] => list.filter((_, at) => at !== index)
    return replaceItem(page, item, {
      ...item,
      glyphs: without(item.glyphs),
      xMpt: without(item.xMpt),
      clusters: without(item.clusters),
    })
  }
}

/** What a comparison of a page with its print has to see, however small. */
export const misprints: Readonly<Record<string, Misprint>> = {
  'a line of text two pixels off': (page) => {
    const [item] = findGlyph(page, '的')
    return replaceItem(page, item, { ...item, xMpt: item.xMpt.map((x) => x + SHIFT_MPT) })
  },
  'a character left out': drop('的'),
  'a comma left out': drop('，'),
  'a stroke of a character alone, 一, left out': drop('一'),
  'a rule in another colour': (page) => {
    const rule = page.items.find((item) => item.kind === 'rect' && item.ink.magenta > 0)
    if (rule?.kind !== 'rect') throw new Error(`page ${page.folio} has no coloured rule`)
    return replaceItem(page, rule, { ...rule, ink: BLACK })
  },
  'a picture with another crop': (page) => {
    const image = page.items.find((item) => item.kind === 'image')
    if (image === undefined) throw new Error(`page ${page.folio} has no picture`)
    const { crop } = image
    const left = crop.left + (crop.left >= SHIFT_OF_CROP ? -SHIFT_OF_CROP : SHIFT_OF_CROP)
    const width = Math.min(crop.width, 1_000 - left)
    return replaceItem(page, image, { ...image, crop: { ...crop, left, width } })
  },
}
