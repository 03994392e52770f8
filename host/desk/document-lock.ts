import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { explainFileError } from '../file-error'
import { deskError } from './desk-error'

/** The right to change a file, which one desk has at a time. */
export interface DocumentLock {
  /** Whether it still is this desk's: another one may have taken it over. */
  isHeld(): boolean
  release(): void
}

const ownerSchema = z.strictObject({
  key: z.string().max(100),
  pid: z.int().min(1),
  host: z.string().max(300),
})
type Owner = z.infer<typeof ownerSchema>

/** The locks of this process: a lock with its number and another key is that of a dead one. */
const own = new Set<string>()

/** Tries for a lock, with pauses while another desk clears a dead one's away. */
const MOST_TRIES = 100
const PAUSE_MS = 10
/** A guard is held for a moment; one this old was left by a process that died holding it. */
const GUARD_LIFE_MS = 10_000
/** A lock that says nothing sensible may be one that is being written, unless it is older. */
const WRITING_LIFE_MS = 60_000

/** The file that tells other desks; hidden, beside the document. */
export function lockPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.lock`)
}

/**
 * Takes the lock of a file. One that a dead process of this machine left is taken over, and with
 * `takeOver` so is any other.
 * @throws {BanxinError} `document-locked`, naming the machine where the lock does; or that the
 * folder is closed.
 */
export function takeLock(path: string, takeOver: boolean): DocumentLock {
  const file = lockPath(path)
  const owner: Owner = { key: randomUUID(), pid: process.pid, host: hostname() }
  try {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if (create(file, owner)) return hold(file, owner)
      const holder = readOwner(file)
      if (!takeOver && isTaken(file, holder)) {
        const machine = holder === undefined ? '' : `, ${holder.host}`
        throw deskError('document-locked', `${basename(path)}${machine}`)
      }
      remove(file, holder, takeOver)
    }
  } catch (error) {
    throw explainFileError(error, path)
  }
  throw deskError('document-locked', basename(path))
}

function hold(file: string, { key }: Owner): DocumentLock {
  own.add(key)
  const isHeld = (): boolean => own.has(key) && readOwner(file)?.key === key
  return {
    isHeld,
    release: () => {
      const wasHeld = isHeld()
      own.delete(key)
      try {
        if (wasHeld) rmSync(file, { force: true })
      } catch {
        // In a folder that was closed meanwhile it stays; nobody takes it for that of a living desk.
      }
    },
  }
}

/** Whole or not at all, so that no other desk reads half of it; `false` when there is one. */
function create(file: string, owner: Owner): boolean {
  const text = JSON.stringify(owner)
  const draft = `${file}.${owner.key}`
  try {
    writeFileSync(draft, text, { flag: 'wx' })
    try {
      linkSync(draft, file)
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') throw error
      // Some disks have no second names for files.
      writeFileSync(file, text, { flag: 'wx' })
    }
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

function isTaken(file: string, holder: Owner | undefined): boolean {
  if (holder !== undefined) return isAlive(holder)
  const ageMs = ageOfMs(file)
  // The clock of the disk may be another.
  return ageMs !== undefined && Math.abs(ageMs) < WRITING_LIFE_MS
}

function isAlive({ pid, host, key }: Owner): boolean {
  if (host !== hostname()) return true
  if (pid === process.pid) return own.has(key)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errnoOf(error) === 'EPERM'
  }
}

/**
 * Removes a lock if it still is the one that was read. Only one desk at a time may do so: between
 * reading a lock and removing it another one could have put its own there.
 */
function remove(file: string, stale: Owner | undefined, takeOver: boolean): void {
  const guard = `${file}.guard`
  try {
    writeFileSync(guard, '', { flag: 'wx' })
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error
    if ((ageOfMs(guard) ?? 0) > GUARD_LIFE_MS) rmSync(guard, { force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
    return
  }
  try {
    const now = readOwner(file)
    const isStale = now?.key === stale?.key && (takeOver || !isTaken(file, now))
    if (isStale) rmSync(file, { force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}

/** How old a file is; `undefined` of one that is gone. */
function ageOfMs(file: string): number | undefined {
  const status = statSync(file, { throwIfNoEntry: false })
  return status === undefined ? undefined : Date.now() - status.mtimeMs
}

function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
