import {
  type BigIntStats,
  closeSync,
  existsSync,
  fstatSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { BanxinError } from '../../engine/document/message'
import { explainFileError } from '../file-error'
import { syncFolder } from '../write-file'
import { type BaseEntry, type BatchEntry, encodeEntry, type JournalEntry } from './journal-entry'
import { assetFolder } from './session-assets'

/** The journal in its folder. */
export function journalFile(folder: string): string {
  return join(folder, 'journal')
}

/** Removes a journal and then what lies beside it, so that none is ever left without its pictures. */
export async function removeJournal(folder: string): Promise<void> {
  await rm(journalFile(folder), { force: true })
  await rm(folder, { recursive: true, force: true })
}

/** Moves a journal away; the pictures beside it go where it goes, under `.pictures` as well. */
export async function moveJournal(folder: string, target: string): Promise<void> {
  const pictures = assetFolder(folder)
  if (existsSync(pictures)) await rename(pictures, `${target}.pictures`)
  await rename(journalFile(folder), target)
}

const SYNC_MS = 400
/** Numbers of files may be larger than those that are exact. */
const BIG = { bigint: true } as const

/** Whose a journal is. */
export interface JournalOwner {
  /** What messages call the document. */
  readonly place: string
  /** Whether the document still is this desk's: another one has its own journal in the same place. */
  isHeld(): boolean
  /** Hears that the revision on the disk, or what stands in its way, is another. */
  onStatus(): void
}

/**
 * What was done to a document since its file was saved, on the disk. A batch is written at once,
 * so that it outlives this process, and synced within half a second, so that it outlives a power
 * cut. A journal begins with its first batch; whatever it begins with takes the place of an older
 * one whole. What cannot be written is kept and tried again, as long as the document is held.
 */
export class Journal {
  readonly #folder: string
  readonly #owner: JournalOwner
  #file: { readonly descriptor: number; size: number; sum: string } | undefined
  /** What it will begin with, while there is no file. */
  #held: JournalEntry[]
  /** Whether there is more to keep than the file of the document has. */
  #isWanted: boolean
  /** Lines that are not in the file yet. */
  #pending: Buffer[] = []
  #revision: number
  #written: number
  #synced: number
  #told: number
  #isNameSynced = false
  #fault: BanxinError | null = null
  #timer: NodeJS.Timeout | undefined
  #syncing: Promise<void> | undefined

  constructor(folder: string, base: BaseEntry, owner: JournalOwner) {
    this.#folder = folder
    this.#owner = owner
    this.#held = [base]
    this.#revision = base.revision
    this.#written = this.#synced = this.#told = base.fileRevision
    this.#isWanted = base.revision !== base.fileRevision
    if (!this.#isWanted) return
    this.#write()
    this.#schedule()
  }

  /** The last revision that outlives a power cut. */
  get revision(): number {
    return this.#synced
  }

  /** Why the last revision could not be written, or `null`. */
  get fault(): BanxinError | null {
    return this.#fault
  }

  /** Whether it lies in its place, with all that was done: no other desk's, and nothing to come. */
  get isInPlace(): boolean {
    if (this.#file === undefined || this.#written !== this.#revision) return false
    const path = journalFile(this.#folder)
    const there = statSync(path, { ...BIG, throwIfNoEntry: false })
    return there !== undefined && isSameFile(there, fstatSync(this.#file.descriptor, BIG))
  }

  /** Writes a batch down. */
  append(entry: BatchEntry): void {
    this.#add(entry)
    this.#revision = entry.revision
    this.#isWanted = true
    this.#write()
    this.#schedule()
  }

  /** Notes, before a file of that hash takes its place on the disk, which revision it holds. */
  async noteSave(file: string, revision: number): Promise<void> {
    this.#add({ kind: 'save', file, revision })
    this.#write()
    await this.#syncing
    await this.#sync()
  }

  /**
   * Begins anew once the file is safe on the disk: with nothing but the file, unless more was done
   * to the document meanwhile. `makeBase` is asked when nothing can come between any more. Where
   * the new beginning cannot be written the old journal goes on, which the note of the save keeps
   * right.
   */
  async restart(makeBase: () => BaseEntry): Promise<void> {
    while (this.#syncing !== undefined) await this.#syncing
    if (!this.#owner.isHeld()) return
    const base = makeBase()
    const { revision, fileRevision } = base
    const old = this.#file
    this.#isWanted = revision !== fileRevision
    try {
      if (this.#isWanted) this.#begin([base])
      else rmSync(journalFile(this.#folder), { force: true })
    } catch {
      this.#isWanted = true
      return
    }
    if (old !== undefined) closeSync(old.descriptor)
    if (!this.#isWanted) this.#file = undefined
    this.#held = [base]
    this.#pending = []
    this.#revision = this.#written = this.#synced = revision
    this.#report(null)
  }

  /** Brings all of it to the disk and lets go of it. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#syncing !== undefined) await this.#syncing
    this.#write()
    await this.#sync()
    clearTimeout(this.#timer)
    if (this.#file !== undefined) closeSync(this.#file.descriptor)
    this.#file = undefined
  }

  /** Takes it off the disk, with all that lies in its folder. */
  async discard(): Promise<void> {
    await this.close()
    await removeJournal(this.#folder)
  }

  #add(entry: JournalEntry): void {
    if (this.#file === undefined) {
      this.#held.push(entry)
      return
    }
    const { line, sum } = encodeEntry(entry, this.#file.sum)
    this.#file.sum = sum
    this.#pending.push(line)
  }

  #write(): void {
    if (!this.#isWanted || !this.#owner.isHeld()) return
    try {
      if (this.#file === undefined) this.#begin(this.#held)
      else this.#writePending(this.#file)
      this.#written = this.#revision
    } catch (error) {
      this.#report(this.#explain(error))
    }
  }

  /** In another file that is then renamed: a journal that is there already is never cut into. */
  #begin(entries: readonly JournalEntry[]): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const path = journalFile(this.#folder)
    const descriptor = openSync(`${path}.new`, 'w', 0o600)
    try {
      let sum = ''
      const lines = entries.map((entry) => {
        const encoded = encodeEntry(entry, sum)
        sum = encoded.sum
        return encoded.line
      })
      const size = writeAll(descriptor, Buffer.concat(lines), 0)
      fsyncSync(descriptor)
      renameSync(`${path}.new`, path)
      this.#file = { descriptor, size, sum }
      this.#isNameSynced = false
    } catch (error) {
      closeSync(descriptor)
      rmSync(`${path}.new`, { force: true })
      throw error
    }
  }

  /** At the place where the whole lines end, so that a part written in vain is written over. */
  #writePending(file: { readonly descriptor: number; size: number }): void {
    file.size += writeAll(file.descriptor, Buffer.concat(this.#pending), file.size)
    this.#pending = []
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#write()
      void this.#sync()
    }, SYNC_MS)
  }

  #sync(): Promise<void> {
    this.#syncing ??= this.#syncOnce().finally(() => {
      this.#syncing = undefined
    })
    return this.#syncing
  }

  async #syncOnce(): Promise<void> {
    const revision = this.#written
    try {
      if (this.#file !== undefined) await promisify(fsync)(this.#file.descriptor)
      if (this.#file !== undefined && !this.#isNameSynced) {
        await syncFolder(this.#folder)
        await syncFolder(dirname(this.#folder))
        this.#isNameSynced = true
      }
      this.#synced = revision
      if (this.#written === this.#revision) this.#report(null)
    } catch (error) {
      this.#report(this.#explain(error))
    }
    if (this.#synced < this.#revision && this.#owner.isHeld()) this.#schedule()
  }

  #explain(error: unknown): BanxinError {
    const explained = explainFileError(error, this.#owner.place)
    if (explained instanceof BanxinError) return explained
    throw error
  }

  /** Tells only what was not told yet. */
  #report(fault: BanxinError | null): void {
    const isTold = this.#told === this.#synced && fault?.code === this.#fault?.code
    this.#fault = fault
    this.#told = this.#synced
    if (!isTold) this.#owner.onStatus()
  }
}

function isSameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino === b.ino && a.dev === b.dev
}

function writeAll(descriptor: number, bytes: Buffer, position: number): number {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done)
  }
  return bytes.length
}
