import type { Failure } from '../../bridge/failure'
import type { Json } from '../../engine/document/json'
import type { FaceId } from '../../engine/fonts/face'
import type { Composition } from '../../engine/layout/composition'
import type { ComposedPage } from '../../engine/layout/page'
import type { LoopbackHost } from '../desk/host-address'
import type { IssueChanges } from './issue-changes'

/** What the desk says to the worker that composes. */
export type ToComposer =
  /** Said first: where the faces are. */
  | { readonly kind: 'begin'; readonly host: LoopbackHost }
  | {
      readonly kind: 'compose'
      readonly job: number
      readonly issue: IssueChanges
      /** Absent when it is the one of the job before. */
      readonly template?: Json
    }

/** Outlines of glyphs of one face as SVG path data, in font units, y up. */
export interface FaceOutlines {
  readonly face: FaceId
  readonly unitsPerEm: number
  /** A glyph, its path, and how far it moves the pen. */
  readonly glyphs: readonly (readonly [glyph: number, path: string, advance: number])[]
}

/** The pages of a job; a page that is what it was is `null`. */
export interface ComposedJob extends Omit<Composition, 'pages' | 'oversetPages'> {
  readonly kind: 'composed'
  readonly job: number
  readonly pages: readonly (ComposedPage | null)[]
  readonly oversetPages: readonly (ComposedPage | null)[]
  /** Of glyphs that no job before has shown. */
  readonly outlines: readonly FaceOutlines[]
  readonly tookMs: number
}

/** What the worker says to the desk. */
export type FromComposer =
  | ComposedJob
  /** A job has come, and is being composed. */
  | { readonly kind: 'taken'; readonly job: number }
  /** The hash of all pages, as `banxin compose` gives it. */
  | { readonly kind: 'hashed'; readonly job: number; readonly sha256: string }
  | { readonly kind: 'failed'; readonly job: number; readonly failure: Failure }
