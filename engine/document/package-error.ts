import { type Bilingual, BanxinError } from './message'

const BACKUP: Bilingual = {
  zh: '请使用备份，或请对方重新发送',
  en: 'Use a backup, or have the file sent again',
}
const SAVE_ANEW: Bilingual = {
  zh: '请用版心重新保存这一期',
  en: 'Save the issue anew with Banxin',
}

/** What can be wrong with the file of a package, by the code of its error. */
const FAULTS = {
  'package-not-zip': {
    what: { zh: '这不是 .banxin 文件', en: 'This is not a .banxin file' },
    mend: { zh: '请选择版心保存的文件', en: 'Choose a file that Banxin has saved' },
  },
  'package-cut-short': {
    what: { zh: '文件不完整，后面一截缺失', en: 'The file is cut short' },
    mend: BACKUP,
  },
  'package-damaged': {
    what: { zh: '文件已损坏', en: 'The file is damaged' },
    mend: BACKUP,
  },
  'package-unsafe-name': {
    what: {
      zh: '文件中有指向外部的名称，可能有害',
      en: 'The file holds a name that points outside of it; it may be harmful',
    },
    mend: { zh: '请勿使用这个文件', en: 'Do not use this file' },
  },
  'package-duplicate-name': {
    what: { zh: '文件中有两项同名', en: 'The file holds two entries of one name' },
    mend: SAVE_ANEW,
  },
  'package-unexpected-entry': {
    what: { zh: '文件中有不属于这一期的内容', en: 'The file holds what is no part of an issue' },
    mend: { zh: '请删去这一项', en: 'Remove that entry' },
  },
  'package-too-many-entries': {
    what: { zh: '文件中的项目过多', en: 'The file holds too many entries' },
    mend: BACKUP,
  },
  'package-too-large': {
    what: { zh: '文件展开后过大', en: 'The file is too large once unpacked' },
    mend: { zh: '请缩小图片后重新保存', en: 'Make its pictures smaller and save it anew' },
  },
  'package-method': {
    what: {
      zh: '文件用了不支持的压缩或加密方式',
      en: 'The file is compressed in a way that is not supported, or encrypted',
    },
    mend: SAVE_ANEW,
  },
  'package-entry-missing': {
    what: { zh: '文件中缺少这一项', en: 'This entry is missing from the file' },
    mend: BACKUP,
  },
  'package-not-utf8': {
    what: { zh: '文字不是 UTF-8 编码', en: 'The text is not UTF-8' },
    mend: { zh: '请以 UTF-8 编码保存它', en: 'Save it as UTF-8' },
  },
  'asset-altered': {
    what: {
      zh: '图片与它的编号不符，可能被改动或损坏',
      en: 'The picture is not the one that its id names; it was altered or damaged',
    },
    mend: { zh: '请使用备份，或重新加入这张图片', en: 'Use a backup, or add the picture again' },
  },
  'template-mismatch': {
    what: {
      zh: '文件所带的模板不是这一期所用的模板',
      en: 'The template in the file is not the one that the issue names',
    },
    mend: BACKUP,
  },
} as const

/** The codes of what can be wrong with a package as a file. */
export type PackageFault = keyof typeof FAULTS

/** The error of a package that cannot be read; `where` is the entry in it, empty for the whole. */
export function packageError(fault: PackageFault, where = ''): BanxinError {
  return new BanxinError(fault, { ...FAULTS[fault], where })
}
