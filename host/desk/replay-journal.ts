import type { Asset } from '../../engine/document/asset'
import { apply, type Command } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import { BanxinError } from '../../engine/document/message'
import { type BaseEntry, decodeEntries, readBase } from './journal-entry'

/** What a journal brings back. */
export interface Replayed {
  readonly document: Document
  readonly revision: number
  /** Every picture that the document had at any moment: an undo may want it again. */
  readonly assets: ReadonlyMap<string, Asset>
  /** Whether batches that had been written whole cannot be made any more. */
  readonly isDamaged: boolean
  /** What a file of that hash holds; `undefined` where the journal does not go with it. */
  fileRevision(hash: string): number | undefined
}

/**
 * Makes the batches of a journal anew, as far as they can be; `undefined` without a first line that
 * holds a document.
 */
export function replayJournal(bytes: Buffer): Replayed | undefined {
  const { entries, isDamaged } = decodeEntries(bytes)
  const [base] = entries
  if (base?.kind !== 'base') return undefined
  const begun = beginWith(base)
  if (begun === undefined) return undefined
  const assets = new Map<string, Asset>()
  const saves = new Map([[base.file, base.fileRevision]])
  const fileRevision = (hash: string): number | undefined => saves.get(hash)
  let document = begun
  let revision = base.revision
  for (const entry of entries) {
    for (const asset of Object.values(document.issue.assets)) assets.set(asset.id, asset)
    if (entry.kind === 'save') saves.set(entry.file, entry.revision)
    if (entry.kind !== 'batch') continue
    const after = applyAll(document, entry.commands)
    if (after === undefined) return { document, revision, assets, isDamaged: true, fileRevision }
    document = after
    revision = entry.revision
  }
  for (const asset of Object.values(document.issue.assets)) assets.set(asset.id, asset)
  return { document, revision, assets, isDamaged, fileRevision }
}

function beginWith(base: BaseEntry): Document | undefined {
  return unlessRefused(() => readBase(base))
}

function applyAll(document: Document, commands: readonly Command[]): Document | undefined {
  return unlessRefused(() =>
    commands.reduce((after, command) => apply(after, command).document, document),
  )
}

/** One engine may refuse what another allowed; what came before that stays good. */
function unlessRefused(make: () => Document): Document | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof BanxinError) return undefined
    throw error
  }
}
