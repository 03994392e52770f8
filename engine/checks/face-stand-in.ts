import type { Bilingual, Finding } from '../document/message'
import type { Face, StandIn } from '../fonts/face'
import type { ComposedPage } from '../layout/page'
import { facesOnPages } from './faces-on-pages'

/** Families that the pages should be set in, and are not: one finding for each. */
export function checkStandIns(
  faces: readonly Face[],
  pages: readonly ComposedPage[],
): readonly Finding[] {
  const missing = new Map<string, StandIn>()
  for (const { family, standIn } of facesOnPages(faces, pages)) {
    if (standIn !== undefined) missing.set(family, standIn)
  }
  return [...missing].map(([family, { family: other, reason }]) => {
    const { what, mend } = explanations[reason]
    return {
      code: 'face-missing',
      severity: 'error',
      explanation: {
        what: {
          zh: `${what.zh}，页面上暂用“${other}”代替`,
          en: `${what.en}; “${other}” stands in for it on the pages`,
        },
        where: family,
        mend: {
          zh: `请${mend.zh}后重新启动版心，或在模板中改用“${other}”等现有的字体`,
          en: `${mend.en} and start Banxin anew, or name in the template one that there is, as “${other}”`,
        },
      },
    }
  })
}

const whole = { zh: '安装完整的字体文件', en: 'Install its whole file' }
const upright = { zh: '安装它的正体', en: 'Install its upright face' }
const ordinary = {
  zh: '安装它的普通版本（.ttf、.ttc 或 .otf，不是可变字体）',
  en: 'Install its ordinary version (.ttf, .ttc or .otf, no variable font)',
}

const explanations: Readonly<
  Record<StandIn['reason'], { readonly what: Bilingual; readonly mend: Bilingual }>
> = {
  absent: {
    what: { zh: '这台电脑上没有这个字体', en: 'This font is not on this computer' },
    mend: { zh: '安装该字体', en: 'Install it' },
  },
  italic: {
    what: { zh: '这台电脑上只有这个字体的斜体', en: 'This computer has only italics of this font' },
    mend: upright,
  },
  bitmap: {
    what: {
      zh: '这个字体只有点阵或彩色图形，没有轮廓',
      en: 'This font consists of pictures and has no outlines',
    },
    mend: ordinary,
  },
  cff2: {
    what: {
      zh: '这个字体是 CFF2 可变字体，不能嵌入 PDF',
      en: 'This is a variable font of CFF2 outlines, which cannot be embedded in a PDF',
    },
    mend: ordinary,
  },
  unreadable: {
    what: {
      zh: '这个字体的文件已损坏或读不出来',
      en: 'The file of this font is damaged or cannot be read',
    },
    mend: whole,
  },
}
