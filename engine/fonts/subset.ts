import type { Face } from './face'
import { faceUnreadable } from './face-error'
import { readSfnt, writeSfnt } from './sfnt'

/** The parts of harfbuzz-subset.wasm that are called here; pointers are numbers, 0 is null. */
interface SubsetModule {
  readonly memory: { readonly buffer: ArrayBuffer }
  _initialize(): void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, free: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_glyph_set(input: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_or_fail(face: number, input: number): number
}

// The language library of the engine knows no WebAssembly, though every runtime has it.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>
}

const NO_HINTING = 0x1
const RETAIN_GIDS = 0x2
const MEMORY_WRITABLE = 2

/** All that a PDF needs of a TrueType program without hints (PDF 32000 9.9). */
const EMBEDDED_TABLES = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']

/** Cuts faces down to the glyphs that a document uses. */
export interface Subsetter {
  /**
   * A TrueType file with the outlines of `glyphs`, of the glyphs they are composed of and of
   * `.notdef`; every glyph keeps its number. It has no character map: the PDF addresses glyphs.
   */
  subset(face: Face, glyphs: Iterable<number>): Uint8Array
}

function readEmbeddedTables(face: Face) {
  const tables = readSfnt(face.bytes, face.collectionIndex, face.id)
  return new Map([...tables].filter(([tag]) => EMBEDDED_TABLES.includes(tag)))
}

/** Starts HarfBuzz's subsetter from the bytes of `harfbuzz-subset.wasm`. */
export async function createSubsetter(wasm: Uint8Array): Promise<Subsetter> {
  const { instance } = await WebAssembly.instantiate(wasm)
  const harfbuzz = instance.exports as SubsetModule
  harfbuzz._initialize()

  const reserve = (size: number, where: string): number => {
    const pointer = harfbuzz.malloc(size)
    if (pointer === 0) throw faceUnreadable(where, '内存不足', 'there is not enough memory')
    return pointer
  }

  const runSubset = (source: number, length: number, glyphs: Iterable<number>) => {
    const blob = harfbuzz.hb_blob_create(source, length, MEMORY_WRITABLE, 0, 0)
    const face = harfbuzz.hb_face_create(blob, 0)
    const input = harfbuzz.hb_subset_input_create_or_fail()
    harfbuzz.hb_subset_input_set_flags(input, NO_HINTING | RETAIN_GIDS)
    const glyphSet = harfbuzz.hb_subset_input_glyph_set(input)
    for (const glyph of glyphs) harfbuzz.hb_set_add(glyphSet, glyph)
    const subset = harfbuzz.hb_subset_or_fail(face, input)
    harfbuzz.hb_subset_input_destroy(input)
    harfbuzz.hb_face_destroy(face)
    harfbuzz.hb_blob_destroy(blob)
    return subset
  }

  const takeBytes = (subset: number): Uint8Array => {
    const blob = harfbuzz.hb_face_reference_blob(subset)
    const start = harfbuzz.hb_blob_get_data(blob, 0)
    const end = start + harfbuzz.hb_blob_get_length(blob)
    const bytes = new Uint8Array(harfbuzz.memory.buffer).slice(start, end)
    harfbuzz.hb_blob_destroy(blob)
    harfbuzz.hb_face_destroy(subset)
    return bytes
  }

  return {
    subset(face, glyphs) {
      let source = 0
      const file = writeSfnt(readEmbeddedTables(face), (size) => {
        source = reserve(size, face.id)
        return new Uint8Array(harfbuzz.memory.buffer, source, size)
      })
      try {
        const subset = runSubset(source, file.length, glyphs)
        if (subset === 0) throw faceUnreadable(face.id, '无法子集化', 'it cannot be subset')
        return takeBytes(subset)
      } finally {
        harfbuzz.free(source)
      }
    },
  }
}
