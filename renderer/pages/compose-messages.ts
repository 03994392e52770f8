import type { Failure } from '../../bridge/failure'
import type { Issue } from '../../engine/document/issue'
import type { Json } from '../../engine/document/json'
import type { FaceId } from '../../engine/fonts/face'
import type { Composition } from '../../engine/layout/composition'
import type { ComposedPage } from '../../engine/layout/page'
import type { FaceRequest } from '../../engine/layout/required-faces'

/** What the desk says to the worker that composes. */
export type ToComposer =
  | {
      readonly kind: 'compose'
      readonly job: number
      readonly issue: Issue
      /** Absent when it is the one of the job before. */
      readonly template?: Json
    }
  | { readonly kind: 'face'; readonly request: FaceRequest; readonly face: LoadedFace }
  | { readonly kind: 'faceFailed'; readonly request: FaceRequest; readonly failure: Failure }

/** A face as the host gave it: at the weight that it found, with its whole file. */
export interface LoadedFace extends FaceRequest {
  readonly bytes: Uint8Array
}

/** Outlines of glyphs of one face as SVG path data, in font units, y up. */
export interface FaceOutlines {
  readonly face: FaceId
  readonly unitsPerEm: number
  readonly glyphs: readonly (readonly [glyph: number, path: string])[]
}

/** The pages of a job; a page that is what it was is `null`. */
export interface ComposedJob extends Omit<Composition, 'pages'> {
  readonly kind: 'composed'
  readonly job: number
  readonly pages: readonly (ComposedPage | null)[]
  /** Of glyphs that no job before has shown. */
  readonly outlines: readonly FaceOutlines[]
  readonly tookMs: number
}

/** What the worker says to the desk. */
export type FromComposer =
  | ComposedJob
  /** It listens from now on; what was said before, while HarfBuzz was loading, is lost. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'faceWanted'; readonly request: FaceRequest }
  /** The hash of all pages, as `banxin compose` gives it. */
  | { readonly kind: 'hashed'; readonly job: number; readonly sha256: string }
  | { readonly kind: 'failed'; readonly job: number; readonly failure: Failure }
