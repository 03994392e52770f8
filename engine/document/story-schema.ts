import { type AttributeSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { isAssetId } from './asset'
import { isBaselineShift, MOST_SHIFT_MILLI_EM } from './baseline-shift'
import { BodyFault } from './body-fault'
import { figurePinSchema } from './figure-pin'
import { isId } from './id'
import type { Bilingual } from './message'
import {
  LEAST_CROP,
  type PictureCrop,
  pictureCropSchema,
  picturePointSchema,
  WHOLE_PICTURE,
} from './picture-crop'
import { isShareBeside, pictureOutlineSchema, SHARE_BESIDE } from './picture-outline'
import { fitsQrCode, MAXIMUM_QR_BYTES } from './qr-data'
import { isRubyText, LONGEST_RUBY } from './ruby-text'
import { DEEPEST_SUBHEADING } from './subheading-level'

const text = (initial: string): AttributeSpec => ({ default: initial, validate: 'string' })

/** An attribute that only some values suit; what else it is given throws. */
const oneThat = (
  initial: string | number | PictureCrop | null | undefined,
  suits: (value: unknown) => boolean,
  wanted: Bilingual,
): AttributeSpec => ({
  ...(initial === undefined ? {} : { default: initial }),
  validate: (value: unknown) => {
    if (suits(value)) return
    const shown = JSON.stringify(value)
    throw new BodyFault(`${shown} 不是${wanted.zh}`, `${shown} is not ${wanted.en}`)
  },
})

/** The id of a block; empty only until its editor names it. */
const id = text('')

const line = (group?: string): NodeSpec => ({
  ...(group === undefined ? {} : { group }),
  content: 'inline*',
  attrs: { id },
  defining: true,
})

const isSpan = (value: unknown): boolean =>
  value === 'auto' || value === 'column' || value === 'all'

const span = oneThat('auto', isSpan, {
  zh: ' auto、column 或 all',
  en: 'auto, column or all',
})

const isPlace = (value: unknown): boolean =>
  typeof value === 'string' && ['here', 'top', 'bottom', 'left', 'right'].includes(value)

const isListMark = (value: unknown): boolean =>
  value === 'bullet' || value === 'number' || value === 'circle'

const isSubheadingLevel = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= DEEPEST_SUBHEADING

/** Tells a marked stretch of text from its neighbour, which may say the very same. */
const stretch = oneThat(undefined, (value) => typeof value === 'string' && isId(value), {
  zh: '标记的编号',
  en: 'the id of a mark',
})

/** Text has one line below it at most. */
const LINES = 'underline proper_name book_title'

const SAFE_LINK = /^(?:https?:\/\/|mailto:)[^\s]+$/i

/** Whether a link may stand in a story: `http`, `https` and `mailto` only. */
export function isSafeLink(href: string): boolean {
  return href.length <= 2_000 && SAFE_LINK.test(href)
}

/**
 * What the body of a story is made of. Each block has an `id` that stays with it; content is
 * `block*`, never `block+`, so that a body may be empty and schemas may grow apart and meet.
 */
export const bodySchema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    paragraph: line('block'),
    /** A subheading (小标题); the levels of an official document are 一、 （一） 1. in turn. */
    subheading: {
      ...line('block'),
      attrs: {
        id,
        level: oneThat(1, isSubheadingLevel, {
          zh: `小标题的级别（1 到 ${String(DEEPEST_SUBHEADING)}）`,
          en: `a level of subheadings (1 to ${String(DEEPEST_SUBHEADING)})`,
        }),
      },
    },
    /** Briefs (简讯), each with its lead mark from the template. */
    brief_list: { group: 'block', content: 'brief*', attrs: { id } },
    brief: line(),
    /** A picture; its content is its caption. `asset` is empty until one is chosen. */
    figure: {
      ...line('block figure'),
      attrs: {
        id,
        asset: oneThat(
          '',
          (value) => typeof value === 'string' && (value === '' || isAssetId(value)),
          { zh: '图片', en: 'an asset' },
        ),
        credit: text(''),
        /** What the picture shows, for those who cannot see it. */
        alt: text(''),
        /** How many columns it takes: its own, all, or what the make-up finds best. */
        span,
        /** At the top or foot of a column, in the text, or at a side of it with text beside. */
        place: oneThat('top', isPlace, {
          zh: ' here、top、bottom、left 或 right',
          en: 'here, top, bottom, left or right',
        }),
        /** Of a picture beside text: its part of the measure, in thousandths. */
        share: oneThat(SHARE_BESIDE.usual, isShareBeside, {
          zh: `图片占栏宽的千分数（${String(SHARE_BESIDE.least)} 到 ${String(SHARE_BESIDE.most)} 的整数）`,
          en: `a part of the measure (a whole number of thousandths from ${String(SHARE_BESIDE.least)} to ${String(SHARE_BESIDE.most)})`,
        }),
        /** Of a picture beside text: what the text keeps off; `null` is its frame. */
        outline: oneThat(
          null,
          (value) => value === null || pictureOutlineSchema.safeParse(value).success,
          {
            zh: '图片上的轮廓（3 到 40 个点，x、y 为边长的千分数）',
            en: 'an outline on the picture (3 to 40 points, x and y in whole thousandths of its sides)',
          },
        ),
        /** Where it stands whatever the text does; `null` lets it flow with the text. */
        pin: oneThat(null, (value) => value === null || figurePinSchema.safeParse(value).success, {
          zh: '版面上的固定位置（page、column、columns、line、lines）',
          en: 'a fixed place on a page (page, column, columns, line, lines)',
        }),
        /** What of the picture is shown: a page may show less of it, never more. */
        crop: oneThat(WHOLE_PICTURE, (value) => pictureCropSchema.safeParse(value).success, {
          zh: `图片之内的裁剪框（left、top、width、height，边长的千分数，宽高不小于 ${String(LEAST_CROP)}）`,
          en: `a crop within the picture (left, top, width, height in whole thousandths of its sides, width and height ${String(LEAST_CROP)} at least)`,
        }),
        /** What stays in view where a page shows less; `null` leaves it to the make-up. */
        focus: oneThat(
          null,
          (value) => value === null || picturePointSchema.safeParse(value).success,
          {
            zh: '图片上的焦点（x、y，边长的千分数）',
            en: 'a point of the picture (x, y in whole thousandths of its sides)',
          },
        ),
      },
    },
    /** Pictures side by side. */
    figure_group: { group: 'block', content: 'figure{0,6}', attrs: { id } },
    pull_quote: line('block'),
    /** A list whose items hang by their marks: bullets, figures or figures in circles. */
    list: {
      group: 'block',
      content: 'list_item*',
      attrs: {
        id,
        mark: oneThat('bullet', isListMark, {
          zh: ' bullet、number 或 circle',
          en: 'bullet, number or circle',
        }),
      },
    },
    list_item: line(),
    /** A table, and the title above it (表题). */
    table: { group: 'block', content: 'table_row*', attrs: { id, caption: text(''), span } },
    table_row: { content: 'table_cell*', attrs: { id } },
    table_cell: { ...line(), attrs: { id, header: { default: false, validate: 'boolean' } } },
    /** A QR code; its content is the line of text beside it. */
    qr_code: {
      ...line('block'),
      attrs: {
        id,
        data: oneThat('', (value) => typeof value === 'string' && fitsQrCode(value), {
          zh: `二维码印得清楚的内容（最多 ${String(MAXIMUM_QR_BYTES)} 字节，约 200 个汉字）`,
          en: `a text that a QR code shows clearly (${String(MAXIMUM_QR_BYTES)} bytes at most)`,
        }),
      },
    },
    column_break: { group: 'block', attrs: { id } },
    text: { group: 'inline' },
  },
  marks: {
    strong: {},
    /** 着重号 (CLREQ 3.4.1). */
    emphasis_dots: {},
    underline: { excludes: LINES },
    /** 专名号: a straight line below a name (GB/T 15834 4.16). */
    proper_name: { attrs: { id: stretch }, excludes: LINES },
    /** 书名号乙式: a wavy line below a title. */
    book_title: { attrs: { id: stretch }, excludes: LINES },
    superscript: { excludes: 'superscript subscript' },
    subscript: { excludes: 'superscript subscript' },
    /** Text off its baseline: upwards, or downwards where it is negative. */
    baseline_shift: {
      attrs: {
        milliEm: oneThat(undefined, isBaselineShift, {
          zh: `基线位移（-${String(MOST_SHIFT_MILLI_EM)} 到 ${String(MOST_SHIFT_MILLI_EM)} 的整数，千分之一字宽，不为 0）`,
          en: `a shift of the baseline (a whole number of thousandths of an em from -${String(MOST_SHIFT_MILLI_EM)} to ${String(MOST_SHIFT_MILLI_EM)}, not 0)`,
        }),
      },
    },
    /** 注音: a text above other text, such as its pinyin (CLREQ 3.3). */
    ruby: {
      attrs: {
        id: stretch,
        text: oneThat(undefined, isRubyText, {
          zh: `注音（1 到 ${String(LONGEST_RUBY)} 个字符，一行）`,
          en: `a ruby text (1 to ${String(LONGEST_RUBY)} characters on one line)`,
        }),
      },
      inclusive: false,
    },
    link: {
      attrs: {
        href: oneThat(undefined, (value) => typeof value === 'string' && isSafeLink(value), {
          zh: ' http、https 或 mailto 链接',
          en: 'an http, https or mailto link',
        }),
      },
      inclusive: false,
    },
    /** Keep these characters on one line. */
    no_break: {},
  },
})
