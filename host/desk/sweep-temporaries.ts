import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Takes away what a process that was killed while it wrote a file left beside it. Only for whoever
 * alone may write that file.
 */
export async function sweepTemporaries(path: string): Promise<void> {
  const folder = dirname(path)
  const names = await readdir(folder).catch(() => [])
  for (const start of [`.${basename(path)}.`, `.${basename(path)}.lock.`]) {
    const left = names.filter(
      (name) => name.startsWith(start) && UUID.test(name.slice(start.length)),
    )
    for (const name of left) await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}
