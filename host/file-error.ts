import { BanxinError, type Bilingual } from '../engine/document/message'

type Fault = readonly [code: string, what: Bilingual, mend: Bilingual]

const choosePlace = { zh: '请换一个位置保存', en: 'Save somewhere else' }
const faults: Readonly<Record<string, Fault>> = {
  ENOENT: [
    'file-missing',
    { zh: '没有这个文件或文件夹', en: 'There is no such file or folder' },
    { zh: '请检查路径是否写对', en: 'Check the path' },
  ],
  ENOTDIR: [
    'file-missing',
    { zh: '路径中有一段不是文件夹', en: 'A part of the path is not a folder' },
    { zh: '请检查路径是否写对', en: 'Check the path' },
  ],
  ENAMETOOLONG: [
    'file-name-too-long',
    { zh: '文件名太长', en: 'The file name is too long' },
    { zh: '请改短文件名', en: 'Choose a shorter name' },
  ],
  EISDIR: [
    'file-is-folder',
    { zh: '这是文件夹，不是文件', en: 'This is a folder, not a file' },
    { zh: '请给出一个文件的路径', en: 'Give the path of a file' },
  ],
  EACCES: [
    'file-forbidden',
    {
      zh: '没有权限读写这个文件或它的文件夹',
      en: 'This file or its folder may not be read or written',
    },
    { zh: '请检查权限，或另存到别处', en: 'Check the permissions, or save it somewhere else' },
  ],
  ENOSPC: [
    'disk-full',
    { zh: '磁盘已满', en: 'The disk is full' },
    { zh: '请腾出空间后再试', en: 'Make room and try again' },
  ],
  EDQUOT: [
    'disk-full',
    { zh: '磁盘配额已满', en: 'The disk quota is used up' },
    { zh: '请腾出空间后再试', en: 'Make room and try again' },
  ],
  EROFS: ['file-forbidden', { zh: '磁盘是只读的', en: 'The disk is read-only' }, choosePlace],
  EFBIG: [
    'disk-full',
    { zh: '磁盘放不下这么大的文件', en: 'The disk cannot hold a file this large' },
    choosePlace,
  ],
}

/** What a person should know of an error of the file system; anything else is given back as it is. */
export function explainFileError(error: unknown, path: string): unknown {
  const errno = error instanceof Error && 'code' in error ? String(error.code) : ''
  const fault = faults[errno === 'EPERM' ? 'EACCES' : errno]
  if (fault !== undefined) {
    const [code, what, mend] = fault
    return new BanxinError(code, { what, where: path, mend })
  }
  if (!(error instanceof Error && 'syscall' in error)) return error
  return new BanxinError('file-unreadable', {
    what: { zh: `无法读写文件：${errno}`, en: `The file cannot be read or written: ${errno}` },
    where: path,
    mend: { zh: '请检查磁盘和文件', en: 'Check the disk and the file' },
  })
}
