import { BanxinError } from '../document/message'

/** A font file that cannot be used: `what` names its flaw in both languages. */
export function faceUnreadable(where: string, zh: string, en: string): BanxinError {
  return new BanxinError('face-unreadable', {
    what: { zh: `字体文件无法使用：${zh}`, en: `The font file cannot be used: ${en}` },
    where,
    mend: {
      zh: '请换用完整的 TrueType 字体文件（.ttf 或 .ttc）',
      en: 'Use a complete TrueType font file (.ttf or .ttc)',
    },
  })
}
