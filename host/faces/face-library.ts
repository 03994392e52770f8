import { BanxinError } from '../../engine/document/message'
import { blankOutlines } from '../../engine/fonts/blank-outlines'
import type { StandIn } from '../../engine/fonts/face'
import type { FaceFlaw } from '../../engine/fonts/face-description'
import { nearestWeight } from '../../engine/fonts/font-book'
import { openFace, type FaceIdentity } from '../../engine/fonts/open-face'
import type { FaceRequest } from '../../engine/layout/required-faces'
import { bundledFamilies, locateFace } from '../font-catalogue'
import { indexFaces, nameKey, type FaceIndex } from './face-index'
import type { FaceRecord } from './face-record'
import { type FoundFace, readBlankFace, readFaceFile } from './read-face-file'
import { type FewGlyphs, readFewGlyphs } from './read-few-glyphs'
import { standInFor } from './stand-in'

/** A family that templates may name. */
export interface ListedFamily {
  readonly family: string
  /** What else it may be called, in other languages. */
  readonly otherNames: readonly string[]
  readonly source: 'bundled' | 'system'
  /** Lightest first; none when it cannot be used. */
  readonly weights: readonly number[]
  /** Whether its maker lets all of them be embedded in a PDF. */
  readonly mayEmbed: boolean
  /** Why it cannot be used; `null` when it can. */
  readonly flaw: FaceFlaw | null
}

/** The bytes of a face as a font file of its own, and what it is called. */
export interface ReadFace extends Omit<FaceIdentity, 'collectionIndex'> {
  readonly bytes: Uint8Array
}

/**
 * The faces of this machine: those that come with the product, then those of its system. These are
 * looked for once, when something is asked that the bundled ones cannot answer.
 */
export class FaceLibrary {
  readonly #scan: () => Promise<readonly FaceRecord[]>
  #records: Promise<readonly FaceRecord[]> | undefined
  #index: FaceIndex | undefined

  /** `scan` gives the faces of the system, as `scanFaces` does. */
  constructor(scan: () => Promise<readonly FaceRecord[]>) {
    this.#scan = scan
  }

  /** The faces of the system. */
  systemFaces(): Promise<readonly FaceRecord[]> {
    this.#records ??= this.#scan()
    return this.#records
  }

  /** All families, the bundled ones first. */
  async list(): Promise<readonly ListedFamily[]> {
    const bundled = [...bundledFamilies].map(([family, weights]): ListedFamily => ({
      family,
      otherNames: [],
      source: 'bundled',
      weights,
      mayEmbed: true,
      flaw: null,
    }))
    const { families } = await this.#readIndex()
    const others = families.filter(({ family }) => bundledName(family) === undefined)
    return [
      ...bundled,
      ...others.map(({ family, otherNames, faces, flaw }): ListedFamily => ({
        family,
        otherNames,
        source: 'system',
        weights: faces.map(({ weight }) => weight),
        mayEmbed: faces.every(({ mayEmbed }) => mayEmbed),
        flaw,
      })),
    ]
  }

  /**
   * Where the face of a family lies, at the weight nearest to the one asked for (CSS Fonts 4, 5.2);
   * of a family that is not to be had, the bundled face that stands in for it, by the weight asked
   * for. Each goes by the name that it was asked for by.
   */
  async find({ family, weight }: FaceRequest): Promise<FoundFace> {
    const own = bundledName(family)
    if (own !== undefined) return findBundled({ family, weight }, own)
    const found = (await this.#readIndex()).find(family)
    const nearest = nearestWeight(found?.faces.map((face) => face.weight) ?? [], weight)
    const face = found?.faces.find((each) => each.weight === nearest)
    if (face === undefined) return findStandIn({ family, weight }, found?.flaw ?? 'absent')
    const { path, collectionIndex } = face
    return { family, weight: face.weight, source: 'system', path, collectionIndex, packed: false }
  }

  /**
   * Reads a face. One of the system that proves to be damaged counts as not to be had.
   * @throws {BanxinError} when a bundled one cannot be read.
   */
  async read(request: FaceRequest): Promise<ReadFace> {
    const face = await this.find(request)
    if (face.source === 'bundled') return readFound(face)
    try {
      const read = await readFound(face)
      openFace(read.bytes, read)
      return read
    } catch (error) {
      if (!(error instanceof BanxinError)) throw error
      return readFound(findStandIn(face, 'unreadable'))
    }
  }

  /**
   * Reads a face with every glyph blank; see `blankOutlines`.
   * @throws {BanxinError} when a bundled one cannot be read.
   */
  async readBlank(request: FaceRequest): Promise<ReadFace> {
    const face = await this.find(request)
    if (face.source === 'bundled') return readFound(face, readBlankFace)
    const read = await this.read(request)
    const { family, weight, bytes } = read
    return { ...read, bytes: blankOutlines(bytes, 0, `${family}/${String(weight)}`) }
  }

  /**
   * Reads no more of a face than draws some of its glyphs; `undefined` where only the whole does,
   * and where nobody vouches for the file.
   * @throws {BanxinError} when it cannot be read.
   */
  async readGlyphs(
    request: FaceRequest,
    glyphs: readonly number[],
  ): Promise<FewGlyphs | undefined> {
    const face = await this.find(request)
    return face.source === 'bundled' ? readFewGlyphs(face, glyphs) : undefined
  }

  async #readIndex(): Promise<FaceIndex> {
    const records = await this.systemFaces()
    this.#index ??= indexFaces(records)
    return this.#index
  }
}

/** The bundled family that goes by a name. */
function bundledName(name: string): string | undefined {
  return [...bundledFamilies.keys()].find((family) => nameKey(family) === nameKey(name))
}

function findBundled({ family, weight }: FaceRequest, bundled: string): FoundFace {
  const nearest = nearestWeight(bundledFamilies.get(bundled) ?? [], weight) ?? weight
  const file = locateFace(bundled, nearest)
  if (file === undefined) throw new Error(`${bundled} is not bundled`)
  const { path, packed } = file
  return { family, weight: nearest, source: 'bundled', path, collectionIndex: 0, packed }
}

function findStandIn(request: FaceRequest, reason: StandIn['reason']): FoundFace {
  const standIn = { family: standInFor(request.family), reason }
  return { ...findBundled(request, standIn.family), weight: request.weight, standIn }
}

async function readFound(face: FoundFace, readFile = readFaceFile): Promise<ReadFace> {
  const { family, weight, standIn } = face
  const bytes = await readFile(face)
  return { family, weight, bytes, ...(standIn === undefined ? {} : { standIn }) }
}
