import type { Face } from '../fonts/face'
import type { ComposedPage } from '../layout/page'

/** Those of the faces that pages show a glyph of. */
export function facesOnPages(
  faces: readonly Face[],
  pages: readonly ComposedPage[],
): readonly Face[] {
  const used = new Set(
    pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'glyphs' ? [item.face] : [])),
    ),
  )
  return faces.filter(({ id }) => used.has(id))
}
