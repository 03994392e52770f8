import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

const ENDINGS = new Set(['.ttf', '.otf', '.ttc', '.otc'])
const MOST_FOLDERS = 2_000
const MOST_FILES = 20_000

/**
 * The font files below some folders in their order: those of a folder by name, then those of the
 * folders in it. Links are followed and each folder is looked into once; what cannot be read is
 * passed over, and there is an end to what is looked at.
 */
export async function findFontFiles(roots: readonly string[]): Promise<readonly string[]> {
  const files: string[] = []
  const seen = new Set<string>()

  const look = async (folder: string): Promise<void> => {
    const real = await realpath(folder).catch(() => undefined)
    if (real === undefined || seen.has(real) || seen.size >= MOST_FOLDERS) return
    seen.add(real)
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    entries.sort((one, other) => (one.name < other.name ? -1 : 1))
    const inner: string[] = []
    for (const entry of entries) {
      const path = join(folder, entry.name)
      const isFont = ENDINGS.has(extname(entry.name).toLowerCase())
      const kind = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry
      if (kind?.isDirectory()) inner.push(path)
      else if (kind?.isFile() && isFont && files.length < MOST_FILES) files.push(path)
    }
    for (const path of inner) await look(path)
  }

  for (const root of roots) await look(root)
  return files
}
