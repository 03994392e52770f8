import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * No file that this process writes may grow beyond that: writes end part way, as on a full disk.
 * Gives whether such a limit can be had here.
 */
export function limitFiles(byteCount: number | 'unlimited'): boolean {
  const words = ['--pid', String(process.pid), `--fsize=${String(byteCount)}:unlimited`]
  return spawnSync('prlimit', words).status === 0
}

/** Whether a folder can be closed at all. */
export const canCloseFolders = process.platform !== 'win32'

const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

/** Root may write anywhere; whoever runs as root becomes nobody, and nobody owns this folder. */
export function becomeNobody(folder: string): void {
  if (!isRoot) return
  for (const path of everything(folder)) chownSync(path, NOBODY, NOBODY)
  process.seteuid?.(NOBODY)
}

/** Takes back what `becomeNobody` gave up, and opens a folder again. */
export function becomeOneself(folder: string): void {
  if (isRoot) process.seteuid?.(0)
  chmodSync(folder, 0o755)
}

function everything(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true }) as string[]
  return [folder, ...entries.map((entry) => join(folder, entry))]
}
