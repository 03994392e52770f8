import type { Call } from '../../bridge/client'
import type { Face, FaceId } from '../../engine/fonts/face'
import { openFace } from '../../engine/fonts/open-face'
import { readOutlinePath } from '../../engine/fonts/outline-path'
import type { ComposedPage } from '../../engine/layout/page'
import type { FaceRequest } from '../../engine/layout/required-faces'
import type { FaceOutlines } from './compose-messages'

/** Composing asked for an outline that is still at the host. */
export class OutlineMissing extends Error {
  constructor(
    readonly face: Face,
    readonly glyph: number,
  ) {
    super(`${face.id} #${String(glyph)}`)
  }
}

/** Glyphs of a face that are to be drawn. */
interface DrawnGlyphs {
  readonly face: Face
  readonly glyphs: readonly number[]
}

/**
 * The faces of the worker. Each comes from the host once, without its outlines; those of the
 * glyphs that pages show, and the few that composing measures, are fetched when they are needed.
 */
export class HostFaces {
  readonly #call: Call
  readonly #asked = new Map<string, Promise<Face>>()
  readonly #open = new Map<FaceId, Face>()
  readonly #measured = new Map<FaceId, Map<number, string>>()
  readonly #shown = new Map<FaceId, Set<number>>()
  /** Pages all of whose glyphs are shown; one that composing leaves as it was is the same object. */
  readonly #drawn = new WeakSet<ComposedPage>()

  constructor(call: Call) {
    this.#call = call
  }

  /** The faces asked for, each once; two requests may come to the same one. */
  async get(requests: readonly FaceRequest[]): Promise<readonly Face[]> {
    const faces = requests.map((request) =>
      entryOf(this.#asked, keyOf(request), () => {
        const fetched = this.#fetch(request)
        // It is asked for again when it is needed again.
        fetched.catch(() => this.#asked.delete(keyOf(request)))
        return fetched
      }),
    )
    return [...new Set(await Promise.all(faces))]
  }

  /** Fetches what `outlineOf` of an open face threw for, so that it gives it the next time. */
  async measure({ face, glyph }: OutlineMissing): Promise<void> {
    const [path = ''] = await this.#draw({ face, glyphs: [glyph] })
    entryOf(this.#measured, face.id, () => new Map()).set(glyph, path)
  }

  /** Outlines of the glyphs on pages that were on none given here before. */
  async outlinesOf(pages: readonly ComposedPage[]): Promise<readonly FaceOutlines[]> {
    const fresh = [...this.#freshGlyphs(pages)].flatMap(([id, glyphs]) => {
      const face = this.#open.get(id)
      return face === undefined ? [] : [{ face, glyphs: [...glyphs] }]
    })
    const drawn = await Promise.all(fresh.map((wanted) => this.#draw(wanted)))
    const outlines = fresh.map(({ face, glyphs }, at) => ({
      face: face.id,
      unitsPerEm: face.unitsPerEm,
      glyphs: glyphs.map(
        (glyph, index) => [glyph, drawn[at]?.[index] ?? '', face.advanceOf(glyph)] as const,
      ),
    }))
    for (const { face, glyphs } of fresh) {
      const shown = entryOf(this.#shown, face.id, () => new Set())
      for (const glyph of glyphs) shown.add(glyph)
    }
    for (const page of pages) this.#drawn.add(page)
    return outlines
  }

  #freshGlyphs(pages: readonly ComposedPage[]): ReadonlyMap<FaceId, ReadonlySet<number>> {
    const fresh = new Map<FaceId, Set<number>>()
    for (const page of pages) {
      if (this.#drawn.has(page)) continue
      for (const item of page.items) {
        if (item.kind !== 'glyphs') continue
        const shown = this.#shown.get(item.face)
        for (const glyph of item.glyphs) {
          if (shown?.has(glyph) !== true) entryOf(fresh, item.face, () => new Set()).add(glyph)
        }
      }
    }
    return fresh
  }

  /** The outlines of glyphs of a face, as path data. */
  async #draw({ face: { family, weight }, glyphs }: DrawnGlyphs): Promise<readonly string[]> {
    const { bytes } = await this.#call('font.draw', { family, weight, glyphs: [...glyphs] })
    return new TextDecoder().decode(bytes).split('\n')
  }

  async #fetch({ family, weight }: FaceRequest): Promise<Face> {
    const { bytes, ...identity } = await this.#call('font.read', { family, weight })
    return entryOf(this.#open, keyOf(identity), () => {
      const face: Face = {
        ...openFace(bytes, identity),
        outlineOf: (glyph) => {
          const path = this.#measured.get(face.id)?.get(glyph)
          if (path === undefined) throw new OutlineMissing(face, glyph)
          return readOutlinePath(path)
        },
      }
      return face
    })
  }
}

const keyOf = ({ family, weight }: FaceRequest): string => `${family}/${String(weight)}`

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
