import { type Asset } from '../../engine/document/asset'
import { apply, type Command } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import { deskError } from './desk-error'

/** Commands that a desk made on top of a revision, under a name that it gave to them. */
export interface Batch {
  readonly base: number
  readonly batchId: string
  readonly commands: readonly Command[]
}

const MOST_REMEMBERED = 256

/** The document as the host holds it, and how often it has changed. */
export class DocumentTruth {
  #document: Document
  #revision: number
  readonly #batches = new Map<string, number>()

  constructor(document: Document, revision: number) {
    this.#document = document
    this.#revision = revision
  }

  get document(): Document {
    return this.#document
  }

  get revision(): number {
    return this.#revision
  }

  /** The revision that a batch led to, where it was made not long ago. */
  revisionOf(batchId: string): number | undefined {
    return this.#batches.get(batchId)
  }

  /**
   * Makes a batch, whole or not at all. `hasPicture` says whether the host has what an asset tells
   * of, so that no document can name a picture that cannot be saved.
   * @throws {BanxinError} `revision-stale`, `asset-unknown`, or what the document does not allow.
   */
  apply({ base, batchId, commands }: Batch, hasPicture: (asset: Asset) => boolean): void {
    if (base !== this.#revision) {
      throw deskError('revision-stale', `${String(base)} ≠ ${String(this.#revision)}`)
    }
    const before = this.#document.issue.assets
    const after = commands.reduce((made, each) => apply(made, each).document, this.#document)
    for (const asset of Object.values(after.issue.assets)) {
      if (before[asset.id] !== asset && !hasPicture(asset)) {
        throw deskError('asset-unknown', asset.name)
      }
    }
    this.#document = after
    this.#revision += 1
    this.#remember(batchId)
  }

  #remember(batchId: string): void {
    this.#batches.set(batchId, this.#revision)
    const [oldest] = this.#batches.keys()
    if (this.#batches.size > MOST_REMEMBERED && oldest !== undefined) this.#batches.delete(oldest)
  }
}
