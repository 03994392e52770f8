import { rm } from 'node:fs/promises'
import type { DocumentState, DocumentStatus } from '../../bridge/document-state'
import { type Failure, toError, toFailure } from '../../bridge/failure'
import { type Asset, assetSchema } from '../../engine/document/asset'
import { type Subject, validate } from '../../engine/document/fault'
import { type Package, readPackage, writePackage } from '../../engine/document/package'
import { explainFileError } from '../file-error'
import { sha256 } from '../package-file'
import { checkPicture, type PictureType } from '../picture-file'
import { writeAtomically, type WrittenTarget } from '../write-file'
import { deskError } from './desk-error'
import { type DocumentLock, takeLock } from './document-lock'
import { type Batch, DocumentTruth } from './document-truth'
import { type FileOrigin, labelOf } from './drafts'
import { type FileStamp, isFileChanged, stampFile } from './file-stamp'
import { FileWatch, type OutsideChange } from './file-watch'
import { Journal } from './journal'
import type { BaseEntry } from './journal-entry'
import { createName, hidePath } from './path-names'
import { readJournal, rescueOpenWork, rescueWork } from './rescue-work'
import { resolveTarget } from './resolve-target'
import { SessionAssets } from './session-assets'
import { journalFolder, type SessionContext } from './session-context'

/** What a session begins with. */
export interface SessionStart {
  readonly path: string
  readonly origin: FileOrigin
  /** The document as it stands, with the bytes of every picture that is to be had. */
  readonly content: Package
  /** Pictures that the document had at some time. */
  readonly assets: Iterable<Asset>
  readonly revision: number
  /** The file on the disk, and which revision it holds. */
  readonly stamp: FileStamp
  readonly fileRevision: number
  /** The lock, or why there is none. */
  readonly access: DocumentLock | Failure
}

/** A revision as it goes into a file. */
interface Packed {
  readonly bytes: Uint8Array
  readonly hash: string
  readonly revision: number
  readonly assets: Package['document']['issue']['assets']
}

/** A file as it was just written. */
interface WrittenFile extends WrittenTarget {
  readonly stamp: FileStamp
}

/**
 * One open document. Holds the truth, takes commands, keeps the journal and writes the file. What
 * touches the disk goes one after the other; commands come in between.
 */
export class Session {
  readonly id = createName()
  readonly #context: SessionContext
  readonly #truth: DocumentTruth
  readonly #assets: SessionAssets
  #path: string
  #origin: FileOrigin
  #stamp: FileStamp
  #fileRevision: number
  #lock: DocumentLock | undefined
  #readOnly: Failure | null
  #journal: Journal | undefined
  #isClosed = false
  #outside: OutsideChange | null = null
  readonly #watch: FileWatch
  #work: Promise<unknown> = Promise.resolve()

  constructor(context: SessionContext, start: SessionStart) {
    const { path, origin, content, revision, stamp, fileRevision, access } = start
    this.#context = context
    this.#truth = new DocumentTruth(content.document, revision)
    this.#assets = new SessionAssets(
      journalFolder(context.folder, path),
      start.assets,
      content.assets,
    )
    this.#path = path
    this.#origin = origin
    this.#stamp = stamp
    this.#fileRevision = fileRevision
    this.#lock = 'code' in access ? undefined : access
    this.#readOnly = 'code' in access ? access : null
    this.#journal = this.#lock === undefined ? undefined : this.#beginJournal(this.#lock)
    this.#watch = this.#watchFile()
  }

  get path(): string {
    return this.#path
  }

  /** Whether it has let go of the document. */
  get isClosed(): boolean {
    return this.#isClosed
  }

  get content(): Package {
    return { document: this.#truth.document, assets: this.#assets.bytes }
  }

  get status(): DocumentStatus {
    const isNamed = this.#origin === 'file'
    const fault = this.#journal?.fault ?? null
    return {
      documentId: this.id,
      revision: this.#truth.revision,
      savedRevision: isNamed ? this.#fileRevision : null,
      journaledRevision: this.#journal?.revision ?? this.#truth.revision,
      file: isNamed ? this.#context.nameFile(this.#path) : null,
      readOnly: this.#readOnly,
      outside: this.#outside,
      journalFault: fault === null ? null : toFailure(fault),
    }
  }

  get state(): DocumentState {
    return { ...this.status, ...this.#truth.document }
  }

  /**
   * Makes a batch of commands, or finds that it was made already; gives the revision it led to.
   * @throws {BanxinError} `revision-stale`, `asset-unknown`, `lock-lost` or another reason why it
   * is read-only, or what the document does not allow.
   */
  apply(batch: Batch): number {
    this.#checkWritable()
    const known = this.#truth.revisionOf(batch.batchId)
    if (known !== undefined) return known
    this.#truth.apply(batch, (asset) => this.#assets.has(asset))
    const { revision } = this.#truth
    const { batchId, commands } = batch
    this.#journal?.append({ kind: 'batch', revision, batchId, commands })
    this.#context.emit('document.changed', { documentId: this.id, revision, batchId, commands })
    return revision
  }

  /**
   * Takes in a picture, on the disk before it is answered for.
   * @throws {BanxinError} `picture-…`, `lock-lost`, or that it cannot be written.
   */
  async addAsset(bytes: Uint8Array, name: string): Promise<Asset> {
    this.#checkWritable()
    const { id, mediaType, width, height } = await checkPicture(bytes, name, name)
    const asset = validate(assetSchema, { id, name, mediaType, width, height }, unsuitable(name))
    return this.#inTurn(async () => {
      this.#checkWritable()
      this.#assets.add(asset, bytes)
      await this.#assets.keep([id])
      return asset
    })
  }

  /** @throws {BanxinError} `asset-unknown` */
  readAsset(id: string): { readonly mediaType: PictureType; readonly bytes: Uint8Array } {
    const known = this.#assets.get(id)
    if (known === undefined) throw deskError('asset-unknown')
    return { mediaType: known.record.mediaType, bytes: known.bytes }
  }

  /**
   * Saves to its file; the one before stays beside it.
   * @throws {BanxinError} `document-unnamed`, `file-changed`, `lock-lost`, or why it cannot be
   * written; the file is whole as it was then.
   */
  async save(overwrite: boolean): Promise<DocumentStatus> {
    return this.#inTurn(async () => {
      this.#checkWritable()
      if (this.#origin !== 'file') throw deskError('document-unnamed')
      if (!overwrite && (await isFileChanged(this.#path, this.#stamp))) {
        throw deskError('file-changed', labelOf(this.#path))
      }
      await this.#saveOwn()
      return this.#tellStatus()
    })
  }

  /**
   * Saves to another file, which is the document's from now on.
   * @throws {BanxinError} `document-locked`, or why it cannot be written.
   */
  async saveAs(path: string): Promise<DocumentStatus> {
    return this.#inTurn(async () => {
      this.#checkOpen()
      const target = await resolveTarget(path)
      if (target === this.#path && this.#lock?.isHeld() === true) await this.#saveOwn()
      else await this.#saveElsewhere(target)
      return this.#tellStatus()
    })
  }

  /**
   * Lets go of the document.
   * @throws {BanxinError} `document-unsaved` when changes would be lost that may not be.
   */
  async close(discard: boolean): Promise<void> {
    await this.#inTurn(async () => {
      this.#checkOpen()
      if (this.#hasChanges && !discard) throw deskError('document-unsaved', labelOf(this.#path))
      this.#endWatch()
      await this.#leave(this.#origin === 'draft' || (this.#origin === 'rescued' && discard))
    })
  }

  /**
   * Lets go of the document, losing nothing: opening it brings back all of it. A draft without
   * changes holds no work, and goes; work on a document that another desk took over is kept apart.
   */
  async rest(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#isClosed) return
      this.#endWatch()
      if (!this.#hasChanges) return this.#leave(this.#origin === 'draft')
      try {
        const isHeld = this.#lock?.isHeld() === true
        if (!isHeld && this.#journal?.isInPlace !== true) {
          await rescueOpenWork(this.#context, this.#path, this.content)
        }
        await this.#journal?.close()
      } finally {
        this.#lock?.release()
      }
    })
  }

  get #hasChanges(): boolean {
    return this.#truth.revision !== this.#fileRevision
  }

  async #leave(removeFile: boolean): Promise<void> {
    try {
      if (this.#lock?.isHeld() === true) {
        await this.#journal?.discard()
        if (removeFile) await rm(this.#path, { force: true })
      } else {
        // Whatever lies there belongs to the desk that took the document over.
        await this.#journal?.close()
      }
    } catch (error) {
      throw hidePath(explainFileError(error, this.#path), this.#path)
    } finally {
      this.#lock?.release()
    }
  }

  /** In an order in which a crash loses nothing at any moment: note, file, fresh journal. */
  async #saveOwn(): Promise<void> {
    const written = this.#pack()
    await this.#keepSpare(written)
    await this.#journal?.noteSave(written.hash, written.revision)
    const { stamp, isLasting } = await writeFile(this.#path, written)
    this.#stamp = stamp
    this.#outside = null
    this.#fileRevision = written.revision
    // Else a power cut may bring the old file back: the journal goes on, which the note keeps right.
    if (isLasting) await this.#journal?.restart(() => this.#makeBase())
  }

  /** The old journal brings back everything until the other file has a journal that does. */
  async #saveElsewhere(target: string): Promise<void> {
    const written = this.#pack()
    const lock = takeLock(target, false)
    let file: WrittenFile
    try {
      // What is written over may have had work of its own that was not saved.
      await rescueWork(this.#context, target, await readJournal(this.#context, target))
      file = await writeFile(target, written)
    } catch (error) {
      lock.release()
      throw error
    }
    this.#assets.moveTo(journalFolder(this.#context.folder, target))
    await this.#keepSpare(written)
    const before = { path: this.#path, origin: this.#origin, lock: this.#lock }
    const journal = this.#journal
    this.#path = target
    this.#origin = 'file'
    this.#stamp = file.stamp
    this.#outside = null
    this.#fileRevision = written.revision
    this.#lock = lock
    this.#readOnly = null
    this.#journal = this.#beginJournal(lock)
    const isSafe = file.isLasting && this.#journal.fault === null
    if (before.lock?.isHeld() === true && isSafe) {
      await journal?.discard()
      if (before.origin !== 'file') await rm(before.path, { force: true })
    } else await journal?.close()
    before.lock?.release()
  }

  /** Nothing is written that could not be opened again. */
  #pack(): Packed {
    const { document, revision } = this.#truth
    const bytes = writePackage(this.content)
    readPackage(bytes, sha256)
    return { bytes, hash: sha256(bytes), revision, assets: document.issue.assets }
  }

  /** Where they cannot be kept, only the undo of their removal is at stake, and only in a crash. */
  async #keepSpare({ assets }: Packed): Promise<void> {
    const spare = [...this.#assets.bytes.keys()].filter((id) => !Object.hasOwn(assets, id))
    await this.#assets.keep(spare).catch(() => undefined)
  }

  #beginJournal({ isHeld }: DocumentLock): Journal {
    const path = this.#path
    return new Journal(journalFolder(this.#context.folder, path), this.#makeBase(), {
      place: labelOf(path),
      isHeld,
      onStatus: () => {
        this.#tellStatus()
      },
    })
  }

  #watchFile(): FileWatch {
    return new FileWatch({
      known: () => {
        const isFile = this.#origin === 'file' && !this.#isClosed
        return isFile ? { path: this.#path, stamp: this.#stamp } : undefined
      },
      same: (stamp) => {
        this.#stamp = stamp
      },
      tell: (outside) => {
        if (outside === this.#outside) return
        this.#outside = outside
        this.#tellStatus()
      },
      inTurn: (work) => this.#inTurn(work),
    })
  }

  #endWatch(): void {
    this.#isClosed = true
    this.#watch.stop()
  }

  #makeBase(): BaseEntry {
    return {
      kind: 'base',
      file: this.#stamp.hash,
      fileRevision: this.#fileRevision,
      revision: this.#truth.revision,
      ...this.#truth.document,
    }
  }

  #checkOpen(): void {
    if (this.#isClosed) throw deskError('document-unknown', labelOf(this.#path))
  }

  #checkWritable(): void {
    this.#checkOpen()
    if (this.#readOnly !== null) throw toError(this.#readOnly)
    if (this.#lock?.isHeld() === true) return
    const lost = deskError('lock-lost', labelOf(this.#path))
    this.#readOnly = toFailure(lost)
    this.#tellStatus()
    throw lost
  }

  #tellStatus(): DocumentStatus {
    const { status } = this
    this.#context.emit('document.status', status)
    return status
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#work.then(work)
    this.#work = turn.catch(() => undefined)
    return turn
  }
}

function unsuitable(name: string): Subject {
  return {
    code: 'picture-unsuitable',
    where: name,
    what: { zh: '图片不适合放进版面', en: 'The picture does not suit a page' },
    mend: { zh: '请先裁剪这张图片', en: 'Crop it first' },
  }
}

async function writeFile(path: string, { bytes, hash }: Packed): Promise<WrittenFile> {
  try {
    const { isLasting } = await writeAtomically(path, bytes, { precious: true })
    return { stamp: await stampFile(path, hash), isLasting }
  } catch (error) {
    throw hidePath(error, path)
  }
}
