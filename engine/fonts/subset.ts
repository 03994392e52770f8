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
  hb_subset_input_unicode_set(input: number): number
  hb_subset_or_fail(face: number, input: number): number
}

// The language library of the engine knows no WebAssembly, though every runtime has it.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>
}

const NO_HINTING = 0x1
const RETAIN_GIDS = 0x2
const MEMORY_WRITABLE = 2

/** All that a PDF needs of a font program without hints (PDF 32000 9.9). */
const EMBEDDED_TABLES = ['CFF ', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']

/** What a subset is to hold: glyphs that keep their numbers, or characters with all their shaping. */
type Choice = { readonly glyphs: Iterable<number> } | { readonly codePoints: Iterable<number> }

/** Cuts faces down to what is used of them. */
export interface Subsetter {
  /**
   * A font file with the outlines of `glyphs`, of the glyphs they are composed of and of
   * `.notdef`; every glyph keeps its number. It has no character map: the PDF addresses glyphs.
   */
  subset(face: Face, glyphs: Iterable<number>): Uint8Array
  /** A font file to show those characters with: it shapes and draws them as the whole does. */
  subsetText(face: Face, codePoints: Iterable<number>): Uint8Array
}

function readTables(face: Face, choice: Choice) {
  const tables = readSfnt(face.bytes, face.collectionIndex, face.id)
  if ('codePoints' in choice) return tables
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

  const choose = (input: number, choice: Choice): void => {
    const isText = 'codePoints' in choice
    harfbuzz.hb_subset_input_set_flags(input, isText ? NO_HINTING : NO_HINTING | RETAIN_GIDS)
    const chosen = isText
      ? harfbuzz.hb_subset_input_unicode_set(input)
      : harfbuzz.hb_subset_input_glyph_set(input)
    for (const value of isText ? choice.codePoints : choice.glyphs) {
      harfbuzz.hb_set_add(chosen, value)
    }
  }

  const runSubset = (source: number, length: number, choice: Choice) => {
    const blob = harfbuzz.hb_blob_create(source, length, MEMORY_WRITABLE, 0, 0)
    const face = harfbuzz.hb_face_create(blob, 0)
    const input = harfbuzz.hb_subset_input_create_or_fail()
    choose(input, choice)
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

  const cut = (face: Face, choice: Choice): Uint8Array => {
    let source = 0
    const file = writeSfnt(readTables(face, choice), (size) => {
      source = reserve(size, face.id)
      return new Uint8Array(harfbuzz.memory.buffer, source, size)
    })
    try {
      const subset = runSubset(source, file.length, choice)
      if (subset === 0) throw faceUnreadable(face.id, '无法子集化', 'it cannot be subset')
      return takeBytes(subset)
    } finally {
      harfbuzz.free(source)
    }
  }

  return {
    subset: (face, glyphs) => cut(face, { glyphs }),
    subsetText: (face, codePoints) => cut(face, { codePoints }),
  }
}
