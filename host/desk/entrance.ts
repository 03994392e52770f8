import { createHash, randomUUID } from 'node:crypto'
import { open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { explainFileError } from '../file-error'

/** A page that leads to a desk whose address nobody else may know. */
export interface Entrance {
  /** Of a file: it tells other people of this machine nothing. */
  readonly url: string
  /** Takes the page away; never rejects. */
  remove(): Promise<void>
}

const NAME = /^entrance-(\d+)-[0-9a-f-]{36}\.html$/

/**
 * Writes such a page into a folder, for whoever starts a program with an address shows it to all
 * who list the programs of the machine. Takes away those that killed desks left.
 * @throws {BanxinError} when it cannot be written.
 */
export async function writeEntrance(folder: string, address: string): Promise<Entrance> {
  const path = join(folder, `entrance-${String(process.pid)}-${randomUUID()}.html`)
  const remove = (): Promise<void> => rm(path, { force: true }).catch(() => undefined)
  try {
    await removeStale(folder)
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(pageOf(address))
    } finally {
      await file.close()
    }
  } catch (error) {
    await remove()
    throw explainFileError(error, path)
  }
  return { url: pathToFileURL(path).href, remove }
}

/** It runs nothing but the one line that goes on to the desk, and leaves no way back to itself. */
function pageOf(address: string): string {
  const script = `location.replace(${JSON.stringify(address).replaceAll('<', '\\u003c')})`
  const sum = createHash('sha256').update(script).digest('base64')
  return [
    '<!doctype html>',
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'sha256-${sum}'">`,
    '<meta name="referrer" content="no-referrer">',
    '<title>版心 Banxin</title>',
    `<script>${script}</script>`,
    '',
  ].join('\n')
}

async function removeStale(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = NAME.exec(name)?.[1]
    if (pid === undefined || isRunning(Number(pid))) continue
    await rm(join(folder, name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
