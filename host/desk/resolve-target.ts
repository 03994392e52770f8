import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { explainFileError } from '../file-error'
import { hidePath } from './path-names'

/**
 * The file itself where links lead to it, so that it has one lock and one journal; it need not be
 * there yet.
 * @throws {BanxinError} when its folder cannot be found.
 */
export async function resolveTarget(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    // It is not there yet.
  }
  try {
    return join(await realpath(dirname(path)), basename(path))
  } catch (error) {
    throw hidePath(explainFileError(error, path), path)
  }
}
