import type { Asset } from '../../engine/document/asset'
import { apply } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import { BanxinError } from '../../engine/document/message'
import { decodeEntries, readBase } from './journal-entry'

/** What a journal brings back. */
export interface Replayed {
  readonly document: Document
  readonly revision: number
  /** Every picture that the document had at any moment: an undo may want it again. */
  readonly assets: ReadonlyMap<string, Asset>
  /** The revision that each batch led to. */
  readonly batches: ReadonlyMap<string, number>
  /** Where the journal can go on. */
  readonly byteCount: number
  readonly sum: string
  /** Whether batches were lost that had been written whole. */
  readonly isDamaged: boolean
  /** What a file of that hash holds; `undefined` where the journal does not go with it. */
  fileRevision(hash: string): number | undefined
}

/** Makes the batches of a journal anew, as far as they can be; `undefined` without a first line. */
export function replayJournal(bytes: Buffer): Replayed | undefined {
  const { entries, isDamaged, ...end } = decodeEntries(bytes)
  const [base] = entries
  if (base?.kind !== 'base') return undefined
  let document = readBase(base)
  let revision = base.revision
  const assets = new Map(Object.entries(document.issue.assets))
  const batches = new Map<string, number>()
  const saves = new Map([[base.file, base.fileRevision]])
  for (const entry of entries) {
    if (entry.kind === 'save') saves.set(entry.file, entry.revision)
    if (entry.kind !== 'batch') continue
    const after = applyBatch(document, entry.commands)
    if (after === undefined || entry.revision !== revision + 1) {
      return { ...result(), isDamaged: true }
    }
    document = after
    revision = entry.revision
    batches.set(entry.batchId, revision)
    for (const [id, asset] of Object.entries(document.issue.assets)) assets.set(id, asset)
  }
  return result()

  function result(): Replayed {
    return {
      document,
      revision,
      assets,
      batches,
      ...end,
      isDamaged,
      fileRevision: (hash) => saves.get(hash),
    }
  }
}

/** A later engine may refuse what an earlier one allowed; what came before that stays good. */
function applyBatch(
  document: Document,
  commands: Parameters<typeof applyAll>[1],
): Document | undefined {
  try {
    return applyAll(document, commands)
  } catch (error) {
    if (error instanceof BanxinError) return undefined
    throw error
  }
}
