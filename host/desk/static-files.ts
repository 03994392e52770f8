import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { isInside } from './list-folder'

/** A file of the desk. */
export interface StaticFile {
  readonly mediaType: string
  /** Whether its name holds a hash of its bytes, as those in `assets/` do. */
  readonly isNamedByContent: boolean
  readonly bytes: Buffer
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
}

/**
 * The file of the built desk at the path of an address; `/` is `index.html`. Only what really lies
 * below the root and is of a known type: no `..`, however it is written, no link to elsewhere, no
 * hidden file.
 */
export async function readStaticFile(
  root: string,
  pathname: string,
): Promise<StaticFile | undefined> {
  const parts = decodeParts(pathname)
  if (parts === undefined) return undefined
  const name = parts.length === 0 ? 'index.html' : join(...parts)
  const mediaType = mediaTypes[extname(name)]
  if (mediaType === undefined) return undefined
  try {
    const realRoot = await realpath(root)
    const real = await realpath(join(realRoot, name))
    if (!isInside(real, [realRoot]) || !(await stat(real)).isFile()) return undefined
    return { mediaType, isNamedByContent: parts[0] === 'assets', bytes: await readFile(real) }
  } catch {
    return undefined
  }
}

/** Each part decoded once; `undefined` where one could be anything but a name. */
function decodeParts(pathname: string): readonly string[] | undefined {
  try {
    const parts = pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
    return parts.every((part) => /^[^./\\\0:][^/\\\0:]*$/.test(part)) ? parts : undefined
  } catch {
    return undefined
  }
}
