import { BanxinError } from '../engine/document/message'
import { readBounded } from './read-file'

const MOST_BYTES = 20_000_000

/**
 * Reads a text in UTF-8, without its byte order mark.
 * @throws {BanxinError} `text-not-utf8`, or as `readBounded` does.
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBounded(path, MOST_BYTES)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BanxinError('text-not-utf8', {
      what: { zh: '这不是 UTF-8 编码的文本', en: 'This is no text in UTF-8' },
      where: path,
      mend: { zh: '请把文件另存为 UTF-8 编码的纯文本', en: 'Save it as plain text in UTF-8' },
    })
  }
}
