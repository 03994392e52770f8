import type { Bilingual } from './message'

/** What of the sheet around the trimmed page an export keeps. */
export type SheetExtent =
  /** Bleed, and around it a slug with crop and registration marks. */
  | 'marks'
  /** Bleed alone. */
  | 'bleed'
  /** Nothing: the sheet ends where it would be trimmed. */
  | 'trim'

/** Whether colours are told as inks of the press or as light of a screen. */
export type ColourSpace = 'cmyk' | 'rgb'

/** How pictures are made ready: never enlarged, only taken down to what the purpose needs. */
export interface PictureTreatment {
  readonly colourSpace: ColourSpace
  readonly mostPixelsPerInch: number
  /** JPEG quality, 1…100. */
  readonly quality: number
}

/** What an export is for, and what follows from it for the file. The pages are the same in all. */
export interface ExportPreset {
  readonly name: Bilingual
  /** Whom it is for and what it has, in one sentence without a full stop. */
  readonly purpose: Bilingual
  readonly sheet: SheetExtent
  readonly pictures: PictureTreatment
  /** Whether links in the text and QR codes can be clicked. */
  readonly hasLinks: boolean
}

/** The presets, the first for the printer. */
export const exportPresets = {
  press: {
    name: { zh: '印厂', en: 'Press' },
    purpose: {
      zh: '交给印刷厂：出血、裁切线、CMYK',
      en: 'For the printer: bleed, crop marks, CMYK',
    },
    sheet: 'marks',
    pictures: { colourSpace: 'cmyk', mostPixelsPerInch: 300, quality: 88 },
    hasLinks: false,
  },
  proof: {
    name: { zh: '送审', en: 'Proof' },
    purpose: {
      zh: '传阅、审读、打印校样：成品尺寸，文件小',
      en: 'To read and sign off: trimmed, a small file',
    },
    sheet: 'trim',
    pictures: { colourSpace: 'cmyk', mostPixelsPerInch: 150, quality: 80 },
    hasLinks: false,
  },
  screen: {
    name: { zh: '电子版', en: 'Screen' },
    purpose: {
      zh: '邮件、微信、网站：屏幕色彩，链接可点',
      en: 'For mail and the web: screen colours, links',
    },
    sheet: 'trim',
    pictures: { colourSpace: 'rgb', mostPixelsPerInch: 130, quality: 82 },
    hasLinks: true,
  },
} as const satisfies Record<string, ExportPreset>

/** The name by which a preset is asked for. */
export type PresetName = keyof typeof exportPresets

/** All names, in the order in which they are offered. */
export const PRESET_NAMES = ['press', 'proof', 'screen'] as const satisfies readonly PresetName[]

/** The sheet of a preset; one that has crop marks may be had with its bleed alone. */
export function sheetOf({ sheet }: ExportPreset, marks: boolean): SheetExtent {
  return sheet === 'marks' && !marks ? 'bleed' : sheet
}
