import { blankOutlines } from '../../engine/fonts/blank-outlines'
import { writeOutlinePath } from '../../engine/fonts/outline-path'
import { createOutliner, type Outliner } from '../../engine/fonts/shaper'
import type { FaceRequest } from '../../engine/layout/required-faces'
import type { FaceLibrary, ReadFace } from '../faces/face-library'

/** Of a Han face about 0.4 MB, and as much again as its file once glyphs of it are drawn. */
const MOST_FACES = 24

interface KeptFace {
  readonly identity: Omit<ReadFace, 'bytes'>
  readonly blank: Uint8Array
  /** Path data by glyph. */
  readonly drawn: Map<number, string>
  outliner?: Promise<Outliner>
}

/**
 * The faces that desks compose with, those asked for last kept. A desk gets a face without its
 * outlines, which are nearly all of its file, and then those of the glyphs that its pages show.
 */
export class FaceShelf {
  readonly #library: FaceLibrary
  readonly #faces = new Map<string, Promise<KeptFace>>()

  constructor(library: FaceLibrary) {
    this.#library = library
  }

  /**
   * The file of a face with every glyph blank, at the weight nearest to the one asked for.
   * @throws {BanxinError} when there is no such face, or it cannot be read.
   */
  async read(request: FaceRequest): Promise<ReadFace> {
    const { identity, blank } = await this.#find(request)
    return { ...identity, bytes: blank }
  }

  /**
   * Outlines of glyphs, in order, as lines of SVG path data in font units with y up.
   * @throws {BanxinError} when there is no such face, or it cannot be read.
   */
  async draw(request: FaceRequest, glyphs: readonly number[]): Promise<string> {
    const face = await this.#find(request)
    if (glyphs.some((glyph) => !face.drawn.has(glyph))) {
      const outliner = await this.#outlinerOf(face)
      for (const glyph of glyphs) {
        if (!face.drawn.has(glyph)) face.drawn.set(glyph, writeOutlinePath(outliner(glyph)))
      }
    }
    return glyphs.map((glyph) => `${face.drawn.get(glyph) ?? ''}\n`).join('')
  }

  /** Makes ready to draw, one face after the other, while whoever asked is still composing. */
  async prepare(requests: readonly FaceRequest[]): Promise<void> {
    for (const request of requests) {
      await new Promise(setImmediate)
      // Whoever draws is told what is wrong.
      await this.#find(request)
        .then((face) => this.#outlinerOf(face))
        .catch(() => undefined)
    }
  }

  #find({ family, weight }: FaceRequest): Promise<KeptFace> {
    const key = `${family}/${String(weight)}`
    const found = this.#faces.get(key) ?? this.#open({ family, weight })
    this.#faces.delete(key)
    this.#faces.set(key, found)
    found.catch(() => this.#faces.delete(key))
    for (const oldest of this.#faces.keys()) {
      if (this.#faces.size <= MOST_FACES) break
      this.#faces.delete(oldest)
    }
    return found
  }

  async #open(request: FaceRequest): Promise<KeptFace> {
    const { bytes, ...identity } = await this.#library.read(request)
    const { family, weight } = identity
    return {
      identity,
      blank: blankOutlines(bytes, 0, `${family}/${String(weight)}`),
      drawn: new Map(),
    }
  }

  #outlinerOf(face: KeptFace): Promise<Outliner> {
    const opening = (face.outliner ??= this.#openOutliner(face.identity))
    opening.catch(() => {
      if (face.outliner === opening) delete face.outliner
    })
    return opening
  }

  async #openOutliner(request: FaceRequest): Promise<Outliner> {
    const { bytes } = await this.#library.read(request)
    return createOutliner(bytes, 0)
  }
}
