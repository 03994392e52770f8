import { createPathDrawer, type PathDrawer } from '../../engine/fonts/glyph-paths'
import { openFace } from '../../engine/fonts/open-face'
import type { FaceRequest } from '../../engine/layout/required-faces'
import type { FaceLibrary, ReadFace } from '../faces/face-library'
import { machineFaces } from '../load-faces'

/** Of a Han face about 0.4 MB, and 2 kB for each glyph that was drawn. */
const MOST_FACES = 24
/** Each as large as its file, up to 128 MB. */
const MOST_WHOLE = 3
/** Drawn in a few milliseconds. */
const AHEAD_AT_ONCE = 100
const NOTHING = new Uint8Array(0)
const LINE_END = Uint8Array.of(10)

interface KeptFace {
  readonly identity: Omit<ReadFace, 'bytes'>
  readonly blank: Uint8Array
  /** Path data by glyph. */
  readonly drawn: Map<number, Uint8Array>
  /** Glyphs that are going to be drawn. */
  expected: readonly number[]
  /** Draws the face where only its whole file does. */
  whole?: Promise<PathDrawer>
}

/**
 * The faces that desks compose with, those asked for last kept. A desk gets a face without its
 * outlines, which are nearly all of its file, and then those of the glyphs that its pages show.
 */
export class FaceShelf {
  readonly library: FaceLibrary
  readonly #faces = new Map<string, Promise<KeptFace>>()
  /** Those that only their whole files draw, which are in memory; the last asked for at the end. */
  #whole: KeptFace[] = []

  constructor(library: FaceLibrary) {
    this.library = library
  }

  /**
   * The file of a face with every glyph blank, at the weight nearest to the one asked for.
   * @throws {BanxinError} when there is no such face, or it cannot be read.
   */
  async read(request: FaceRequest): Promise<ReadFace> {
    const face = await this.#find(request)
    // Whoever draws them is told what is wrong.
    this.#drawExpected(face).catch(() => undefined)
    return { ...face.identity, bytes: face.blank }
  }

  /**
   * Outlines of glyphs, in order, as lines of SVG path data in font units with y up, in ASCII.
   * @throws {BanxinError} when there is no such face, or it cannot be read.
   */
  async draw(request: FaceRequest, glyphs: readonly number[]): Promise<Uint8Array> {
    const face = await this.#find(request)
    await this.#drawMissing(face, glyphs)
    return Buffer.concat(glyphs.flatMap((glyph) => [face.drawn.get(glyph) ?? NOTHING, LINE_END]))
  }

  /**
   * Tells of characters that are going to be drawn. They are, a few at a time, while whoever reads
   * the face next is composing with it.
   * @throws {BanxinError} when there is no such face, or it cannot be read.
   */
  async expect(request: FaceRequest, characters: readonly number[]): Promise<void> {
    const face = await this.#find(request)
    const { glyphOf } = openFace(face.blank, face.identity)
    face.expected = [...new Set(characters.map(glyphOf))]
  }

  async #drawExpected(face: KeptFace): Promise<void> {
    const { expected } = face
    face.expected = []
    for (let at = 0; at < expected.length; at += AHEAD_AT_ONCE) {
      await new Promise(setImmediate)
      const glyphs = expected.slice(at, at + AHEAD_AT_ONCE)
      await this.#drawMissing(face, glyphs)
    }
  }

  #find({ family, weight }: FaceRequest): Promise<KeptFace> {
    const key = `${family}/${String(weight)}`
    const found = this.#faces.get(key) ?? this.#open({ family, weight })
    this.#faces.delete(key)
    this.#faces.set(key, found)
    found.catch(() => {
      if (this.#faces.get(key) === found) this.#faces.delete(key)
    })
    for (const oldest of this.#faces.keys()) {
      if (this.#faces.size <= MOST_FACES) break
      this.#faces.delete(oldest)
    }
    return found
  }

  async #open(request: FaceRequest): Promise<KeptFace> {
    const { bytes, ...identity } = await this.library.readBlank(request)
    return { identity, blank: bytes, drawn: new Map(), expected: [] }
  }

  async #drawMissing(face: KeptFace, glyphs: readonly number[]): Promise<void> {
    const missing = glyphs.filter((glyph) => !face.drawn.has(glyph))
    if (missing.length === 0) return
    const few = await this.library.readGlyphs(face.identity, missing)
    const draw = few === undefined ? await this.#wholeOf(face) : createPathDrawer(few.bytes, 0)
    for (const [index, glyph] of (few?.glyphs ?? missing).entries()) {
      const number = few === undefined ? glyph : index
      if (!face.drawn.has(glyph)) face.drawn.set(glyph, draw(number))
    }
  }

  #wholeOf(face: KeptFace): Promise<PathDrawer> {
    this.#whole = [...this.#whole.filter((each) => each !== face), face]
    for (const oldest of this.#whole.splice(0, this.#whole.length - MOST_WHOLE)) delete oldest.whole
    const opening = (face.whole ??= this.#openWhole(face.identity))
    opening.catch(() => {
      if (face.whole === opening) delete face.whole
    })
    return opening
  }

  async #openWhole(request: FaceRequest): Promise<PathDrawer> {
    const { bytes } = await this.library.read(request)
    return createPathDrawer(bytes, 0)
  }
}

/** The shelf of this machine's faces, for all desks of the process. */
export const machineShelf = new FaceShelf(machineFaces)
