import { MOST_PICTURE_BYTES } from '../../bridge/message-size'
import { BanxinError, type Bilingual } from '../../engine/document/message'

/** What is known of a file before it is read. */
export interface FileFacts {
  readonly name: string
  readonly type: string
  readonly size: number
}

/** The types of picture that an issue takes in, as a file field wants them. */
export const ACCEPTED_PICTURES = 'image/jpeg,image/png'

/** As many as are taken in at once. */
const MOST_FILES = 60

interface Refusal {
  readonly suits: RegExp
  readonly mend: Bilingual
}

/** What to do with files that are no JPEG or PNG, by the ends of their names; the last for all. */
const REFUSALS: readonly [Refusal, ...Refusal[]] = [
  {
    suits: /\.hei[cf]s?$/i,
    mend: {
      zh: 'HEIC 请另存为 JPEG；手机里把“设置 - 相机 - 格式”改为“兼容性最佳”，以后拍的就是 JPEG',
      en: 'Save HEIC as JPEG; with “Most Compatible” in its camera settings a phone takes JPEG',
    },
  },
  {
    suits: /\.(svg|ai|eps|pdf|cdr)$/i,
    mend: {
      zh: '图形请在绘图软件里导出为 PNG，印出来每毫米至少 12 个像素',
      en: 'Export drawings as PNG, with 12 pixels for each printed millimetre at least',
    },
  },
  {
    suits: /\.(docx?|wps|rtf|txt|md)$/i,
    mend: {
      zh: '文稿请打开后复制文字，再粘贴到正文里',
      en: 'Open the text, copy it, and paste it into the story',
    },
  },
  {
    suits: /(?:)/,
    mend: { zh: '请另存为 JPEG 或 PNG 再放进来', en: 'Save it as JPEG or PNG first' },
  },
]

/**
 * The pictures among files that somebody dropped, pasted or chose, and what is to be said of the
 * others; `undefined` where all are pictures.
 */
export function sortFiles<File extends FileFacts>(
  files: readonly File[],
): { readonly pictures: readonly File[]; readonly refusal: BanxinError | undefined } {
  const foreign = files.filter((file) => !isPicture(file))
  const pictures = files.filter(isPicture)
  const huge = pictures.filter(({ size }) => size > MOST_PICTURE_BYTES)
  if (foreign.length > 0) return { pictures: without(pictures, huge), refusal: refuse(foreign) }
  if (huge.length > 0) return { pictures: without(pictures, huge), refusal: refuseHuge(huge) }
  if (pictures.length > MOST_FILES) return { pictures: [], refusal: refuseMany(pictures.length) }
  return { pictures, refusal: undefined }
}

function isPicture({ name, type }: FileFacts): boolean {
  // Some systems know no type of a file; what it really is shows when it is read.
  return type === '' ? /\.(jpe?g|png)$/i.test(name) : ACCEPTED_PICTURES.split(',').includes(type)
}

function without<File>(files: readonly File[], others: readonly File[]): readonly File[] {
  return files.filter((file) => !others.includes(file))
}

function refuse(files: readonly FileFacts[]): BanxinError {
  const found = REFUSALS.find(({ suits }) => files.every(({ name }) => suits.test(name)))
  return new BanxinError('picture-unsupported', {
    what: { zh: '这里只收 JPEG 和 PNG 图片', en: 'Only JPEG and PNG pictures are taken here' },
    where: namesOf(files),
    mend: (found ?? REFUSALS[0]).mend,
  })
}

function refuseHuge(files: readonly FileFacts[]): BanxinError {
  return new BanxinError('picture-too-large', {
    what: { zh: '图片文件太大', en: 'The picture file is too large' },
    where: namesOf(files),
    mend: { zh: '请缩小到 100 MB 以内', en: 'Scale it down below 100 MB' },
  })
}

function refuseMany(count: number): BanxinError {
  return new BanxinError('pictures-too-many', {
    what: { zh: `一次放进了 ${String(count)} 张图片`, en: `These are ${String(count)} pictures` },
    where: '',
    mend: {
      zh: `请分几次放，每次最多 ${String(MOST_FILES)} 张`,
      en: `Take in ${String(MOST_FILES)} at a time at most`,
    },
  })
}

const MOST_NAMES = 3

function namesOf(files: readonly FileFacts[]): string {
  const names = files.slice(0, MOST_NAMES).map(({ name }) => name)
  return files.length > MOST_NAMES ? `${names.join(', ')} …` : names.join(', ')
}
