import type { Failure } from '../../bridge/failure'
import { toError } from '../../bridge/failure'
import type { Face } from '../../engine/fonts/face'
import { openFace } from '../../engine/fonts/open-face'
import type { FaceRequest } from '../../engine/layout/required-faces'
import type { LoadedFace } from './compose-messages'

interface Answer {
  readonly resolve: (face: Face) => void
  readonly reject: (error: unknown) => void
}

/** The faces that the worker has, and those that it has asked its desk for. */
export class FaceRequests {
  readonly #ask: (request: FaceRequest) => void
  readonly #faces = new Map<string, Promise<Face>>()
  readonly #opened = new Map<string, Face>()
  readonly #answers = new Map<string, Answer>()

  constructor(ask: (request: FaceRequest) => void) {
    this.#ask = ask
  }

  /** Opens the faces asked for, each once; two requests may come to the same one. */
  async get(requests: readonly FaceRequest[]): Promise<readonly Face[]> {
    const faces = await Promise.all(requests.map((request) => this.#request(request)))
    return [...new Set(faces)]
  }

  /** The open face of an id. */
  face(id: string): Face | undefined {
    return this.#opened.get(id)
  }

  /** The desk has a face. */
  take(request: FaceRequest, { family, weight, bytes }: LoadedFace): void {
    const answer = this.#answers.get(keyOf(request))
    try {
      const id = keyOf({ family, weight })
      const face = this.#opened.get(id) ?? openFace(bytes, { family, weight })
      this.#opened.set(id, face)
      answer?.resolve(face)
    } catch (error) {
      answer?.reject(error)
    }
  }

  /** The desk could not get a face; it is asked for again when it is needed again. */
  fail(request: FaceRequest, failure: Failure): void {
    this.#faces.delete(keyOf(request))
    this.#answers.get(keyOf(request))?.reject(toError(failure))
  }

  #request(request: FaceRequest): Promise<Face> {
    const key = keyOf(request)
    const known = this.#faces.get(key)
    if (known !== undefined) return known
    const asked = new Promise<Face>((resolve, reject) => {
      this.#answers.set(key, { resolve, reject })
    })
    this.#faces.set(key, asked)
    this.#ask(request)
    return asked
  }
}

function keyOf({ family, weight }: FaceRequest): string {
  return `${family}/${String(weight)}`
}
