import type { FaceId } from '../../engine/fonts/face'
import type { FaceOutlines } from './compose-messages'
import { layersOf } from './outline-layers'

interface FaceEntry {
  readonly unitsPerEm: number
  readonly data: Map<number, string>
  readonly advances: Map<number, number>
  readonly layers: Map<number, readonly Path2D[]>
}

/** The outlines of all glyphs that pages show, made into paths when they are first painted. */
export class OutlineBook {
  readonly #faces = new Map<FaceId, FaceEntry>()

  add(outlines: readonly FaceOutlines[]): void {
    for (const { face, unitsPerEm, glyphs } of outlines) {
      const entry = this.#faces.get(face) ?? {
        unitsPerEm,
        data: new Map(),
        advances: new Map(),
        layers: new Map(),
      }
      this.#faces.set(face, entry)
      for (const [glyph, path, advance] of glyphs) {
        entry.data.set(glyph, path)
        entry.advances.set(glyph, advance)
      }
    }
  }

  /** How far a glyph moves the pen, in ems; one where it is not known. */
  advance(face: FaceId, glyph: number): number {
    const entry = this.#faces.get(face)
    const advance = entry?.advances.get(glyph)
    return entry === undefined || advance === undefined ? 1 : advance / entry.unitsPerEm
  }

  /** Font units to the em of a face. */
  unitsPerEm(face: FaceId): number {
    return this.#faces.get(face)?.unitsPerEm ?? 1_000
  }

  /** What a glyph is filled with, one path over the other, in font units, y up; none while unknown. */
  layers(face: FaceId, glyph: number): readonly Path2D[] {
    const entry = this.#faces.get(face)
    const known = entry?.layers.get(glyph)
    if (known !== undefined) return known
    const data = entry?.data.get(glyph)
    if (entry === undefined || data === undefined) return []
    const layers = layersOf(data).map((layer) => new Path2D(layer))
    entry.layers.set(glyph, layers)
    entry.data.delete(glyph)
    return layers
  }
}
