import type { Face, FaceId } from '../../engine/fonts/face'
import type { ComposedPage } from '../../engine/layout/page'
import type { FaceOutlines } from './compose-messages'
import { outlinePath } from './outline-path'

/** Remembers what the desk has been sent, so that it is sent only what has changed. */
export class PageChanges {
  #pages: readonly string[] = []
  readonly #glyphs = new Map<FaceId, Set<number>>()

  /** The JSON of all pages, as their hash is taken of it. */
  get json(): string {
    return `[${this.#pages.join(',')}]`
  }

  /** The pages with `null` for those that are what they were. */
  of(pages: readonly ComposedPage[]): readonly (ComposedPage | null)[] {
    const before = this.#pages
    this.#pages = pages.map((page) => JSON.stringify(page))
    return pages.map((page, index) => (this.#pages[index] === before[index] ? null : page))
  }

  /** Outlines of the glyphs on pages that were not sent before. */
  outlines(
    pages: readonly (ComposedPage | null)[],
    faceOf: (id: FaceId) => Face | undefined,
  ): readonly FaceOutlines[] {
    const fresh = new Map<FaceId, Set<number>>()
    for (const page of pages) {
      for (const item of page?.items ?? []) {
        if (item.kind !== 'glyphs') continue
        const sent = setOf(this.#glyphs, item.face)
        for (const glyph of item.glyphs) {
          if (sent.has(glyph)) continue
          sent.add(glyph)
          setOf(fresh, item.face).add(glyph)
        }
      }
    }
    return [...fresh].flatMap(([id, glyphs]) => {
      const face = faceOf(id)
      if (face === undefined) return []
      const paths = [...glyphs].map((glyph) => [glyph, outlinePath(face.outlineOf(glyph))] as const)
      return [{ face: id, unitsPerEm: face.unitsPerEm, glyphs: paths }]
    })
  }
}

function setOf(sets: Map<FaceId, Set<number>>, id: FaceId): Set<number> {
  const known = sets.get(id) ?? new Set<number>()
  sets.set(id, known)
  return known
}
