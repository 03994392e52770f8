import { readCharacterMap } from './character-map'
import type { Face, StandIn } from './face'
import { readMetrics } from './face-metrics'
import { readPostScriptName } from './post-script-name'
import { readSfnt, requireTable } from './sfnt'
import { createOutliner, createShaper, type Outliner, type Shaper } from './shaper'

/** How templates and composed pages call a face, and which one it is of a collection. */
export interface FaceIdentity {
  readonly family: string
  /** 100…900, as in CSS. */
  readonly weight: number
  /** 0 unless the file is a collection. */
  readonly collectionIndex?: number
  /** Given when its family is not to be had. */
  readonly standIn?: StandIn
}

/**
 * Opens a face, of TrueType or CFF outlines, from the bytes of its file, which must stay unchanged while it is used.
 * Glyphs and advances of single characters come from tables read here; HarfBuzz gets its copy only
 * once something must be shaped or outlined, since a face that sets plain Han never needs it. A file
 * that is damaged, cut short or no font is `face-unreadable`.
 */
export function openFace(bytes: Uint8Array, identity: FaceIdentity): Face {
  const { family, weight, collectionIndex = 0, standIn } = identity
  const id = `${family}/${weight}`
  const tables = readSfnt(bytes, collectionIndex, id)
  const { advances, ...metrics } = readMetrics(tables, id)
  const glyphs = readCharacterMap(requireTable(tables, 'cmap', 4, id), id)
  let shaper: Shaper | undefined
  let outliner: Outliner | undefined
  return {
    id,
    family,
    weight,
    ...(standIn === undefined ? {} : { standIn }),
    ...metrics,
    postScriptName: readPostScriptName(tables.get('name')?.bytes, id),
    bytes,
    collectionIndex,
    glyphOf: (codePoint) => glyphs[codePoint] ?? 0,
    advanceOf: (glyph) => advances[glyph] ?? 0,
    shape: (text, context) => (shaper ??= createShaper(tables))(text, context),
    outlineOf: (glyph) => (outliner ??= createOutliner(bytes, collectionIndex))(glyph),
  }
}
