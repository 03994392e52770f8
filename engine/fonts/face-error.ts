import { BanxinError } from '../document/message'

/** A font file that cannot be used: `what` names its flaw in both languages. */
export function faceUnreadable(where: string, zh: string, en: string): BanxinError {
  return new BanxinError('face-unreadable', {
    what: { zh: `字体文件无法使用：${zh}`, en: `The font file cannot be used: ${en}` },
    where,
    mend: {
      zh: '请换用完整的字体文件（.ttf、.otf 或 .ttc）',
      en: 'Use a complete font file (.ttf, .otf or .ttc)',
    },
  })
}
