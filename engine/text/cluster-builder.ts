import { cutBytes, cutIntegers } from './cut-arrays'
import type { Glyphs } from './shaped-paragraph'

/** The arrays of clusters while they grow, one cluster after the other. */
export interface ClusterBuilder {
  count: number
  readonly offsets: Int32Array
  readonly kinds: Uint8Array
  readonly styleOf: Int32Array
  readonly faceOf: Int32Array
  readonly bodies: Int32Array
  readonly reshapes: Uint8Array
  /** Begins a cluster; its glyphs follow. */
  begin(offset: number, kind: number, style: number, face: number): void
  addGlyph(id: number, x: number, rise: number): void
  /** Sets the advance of the cluster that was begun last. */
  end(bodyMpt: number): void
  glyphs(): Glyphs
}

/** A builder for a text of `length` UTF-16 units, which has at most as many clusters. */
export function createClusterBuilder(length: number): ClusterBuilder {
  const glyphStarts = cutIntegers(length + 1)
  let ids = cutIntegers(length + 8)
  let xs = cutIntegers(length + 8)
  let rises = cutIntegers(length + 8)
  let glyphCount = 0
  const builder: ClusterBuilder = {
    count: 0,
    offsets: cutIntegers(length + 1),
    kinds: cutBytes(length),
    styleOf: cutIntegers(length),
    faceOf: cutIntegers(length),
    bodies: cutIntegers(length),
    reshapes: cutBytes(length),
    begin(offset, kind, style, face) {
      const { count } = builder
      builder.offsets[count] = offset
      builder.kinds[count] = kind
      builder.styleOf[count] = style
      builder.faceOf[count] = face
      glyphStarts[count] = glyphCount
    },
    addGlyph(id, x, rise) {
      if (glyphCount === ids.length) {
        ids = grow(ids)
        xs = grow(xs)
        rises = grow(rises)
      }
      ids[glyphCount] = id
      xs[glyphCount] = x
      rises[glyphCount] = rise
      glyphCount++
    },
    end(bodyMpt) {
      builder.bodies[builder.count] = bodyMpt
      builder.count++
      builder.offsets[builder.count] = length
      glyphStarts[builder.count] = glyphCount
    },
    glyphs: () => ({ starts: glyphStarts, ids, xs, rises }),
  }
  return builder
}

function grow(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = cutIntegers(2 * array.length)
  grown.set(array)
  return grown
}
