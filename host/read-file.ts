import { readFile, stat } from 'node:fs/promises'
import { BanxinError } from '../engine/document/message'
import { explainFileError } from './file-error'

/**
 * Reads a whole file that a person named.
 * @throws {BanxinError} when it cannot be read, is no regular file, or has more than `mostBytes`.
 */
export async function readBounded(path: string, mostBytes: number): Promise<Uint8Array> {
  try {
    // Asked before it is opened, for opening a pipe waits until something writes to it.
    const status = await stat(path)
    if (status.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' })
    if (!status.isFile()) throw irregularFile(path)
    if (status.size > mostBytes) throw tooLarge(path, mostBytes)
    return await readFile(path)
  } catch (error) {
    throw explainFileError(error, path)
  }
}

/** What is neither a file nor a folder, as a device or a pipe, is never read and never replaced. */
export function irregularFile(path: string): BanxinError {
  return new BanxinError('file-irregular', {
    what: { zh: '这不是普通文件', en: 'This is no ordinary file' },
    where: path,
    mend: { zh: '请给出一个普通文件的路径', en: 'Give the path of an ordinary file' },
  })
}

function tooLarge(path: string, mostBytes: number): BanxinError {
  const most = `${Math.floor(mostBytes / 1_000_000)} MB`
  return new BanxinError('file-too-large', {
    what: { zh: `文件超过 ${most}`, en: `The file is larger than ${most}` },
    where: path,
    mend: { zh: '请检查是不是选错了文件', en: 'Check that it is the right file' },
  })
}
