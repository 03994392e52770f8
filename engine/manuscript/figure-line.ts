import { type FigurePin, figurePinSchema } from '../document/figure-pin'
import type { PicturePoint } from '../document/picture-crop'
import { isShareBeside } from '../document/picture-outline'
import { splitAtBars, unescapeText } from './escape'
import { trimEdges } from './source-line'

/** `![caption](photo.jpg){署名: 张三 摄 | 通栏}` read into its parts. */
export interface FigureLine {
  /** With its inline syntax, and with attributes that could not be read. */
  readonly caption: string
  readonly photo: string
  readonly settings: FigureSettings
  /** Attributes that could not be read, as they were written. */
  readonly unread: readonly string[]
}

/** How many columns a figure or a table takes. */
export type Span = 'auto' | 'column' | 'all'

type Place = 'here' | 'top' | 'bottom' | 'left' | 'right'

/** What a line says of its figure; the schema of bodies says the rest. */
export interface FigureSettings {
  readonly credit?: string
  readonly alt?: string
  readonly span?: Span
  readonly place?: Place
  readonly share?: number
  readonly focus?: PicturePoint
  readonly pin?: FigurePin
}

const KEYS: ReadonlyMap<string, keyof FigureSettings> = new Map([
  ['署名', 'credit'],
  ['credit', 'credit'],
  ['说明', 'alt'],
  ['alt', 'alt'],
  ['栏宽', 'span'],
  ['span', 'span'],
  ['位置', 'place'],
  ['place', 'place'],
  ['宽度', 'share'],
  ['share', 'share'],
  ['焦点', 'focus'],
  ['focus', 'focus'],
  ['固定', 'pin'],
  ['pin', 'pin'],
])

const SPANS: ReadonlyMap<string, Span> = new Map([
  ['自动', 'auto'],
  ['auto', 'auto'],
  ['通栏', 'all'],
  ['all', 'all'],
  ['单栏', 'column'],
  ['column', 'column'],
])

const PLACES: ReadonlyMap<string, Place> = new Map([
  ['此处', 'here'],
  ['here', 'here'],
  ['栏顶', 'top'],
  ['top', 'top'],
  ['栏底', 'bottom'],
  ['bottom', 'bottom'],
  ['居左', 'left'],
  ['left', 'left'],
  ['居右', 'right'],
  ['right', 'right'],
])

/** The span that a word names; `undefined` where it names none. */
export function readSpan(word: string): Span | undefined {
  return SPANS.get(word.toLowerCase())
}

/** A line that is a figure and nothing else; `undefined` for any other line. */
export function readFigureLine(line: string): FigureLine | undefined {
  if (!line.startsWith('![')) return undefined
  const brace = line.endsWith('}') ? line.lastIndexOf('{') : -1
  const image = trimEdges(brace < 0 ? line : line.slice(0, brace))
  const middle = image.lastIndexOf('](')
  if (middle < 2 || !image.endsWith(')')) return undefined
  const photo = unescapeText(trimEdges(image.slice(middle + 2, -1)))
  if (photo === '') return undefined
  const attributes = brace < 0 ? '' : line.slice(brace + 1, -1)
  const { settings, unread } = readSettings(splitAtBars(attributes).map(trimEdges))
  const kept = unread.length === 0 ? '' : ` {${unread.join(' | ')}}`
  return { settings, caption: trimEdges(image.slice(2, middle)) + kept, photo, unread }
}

function readSettings(attributes: readonly string[]): {
  readonly settings: FigureSettings
  readonly unread: readonly string[]
} {
  let settings: FigureSettings = {}
  const unread: string[] = []
  for (const attribute of attributes.filter((text) => text !== '')) {
    const read = readAttribute(attribute)
    const isAnother = Object.keys(read).every((key) => !Object.hasOwn(settings, key))
    if (Object.keys(read).length > 0 && isAnother) settings = { ...settings, ...read }
    else unread.push(attribute)
  }
  return { settings, unread }
}

const ATTRIBUTE = /^([^:：]*)[:：](.*)$/s

/** The one setting that an attribute makes; none when it cannot be read. */
function readAttribute(attribute: string): FigureSettings {
  const [, key, written = attribute] = ATTRIBUTE.exec(attribute) ?? []
  const name = key === undefined ? undefined : KEYS.get(trimEdges(key).toLowerCase())
  const value = trimEdges(written)
  if (key !== undefined && name === undefined) return {}
  if (name === 'credit' || name === 'alt') return { [name]: unescapeText(value) }
  if (name === 'focus') return readFocus(value)
  if (name === 'pin') return readPin(value)
  if (name === 'share') return readShare(value)
  const span = readSpan(value)
  const place = PLACES.get(value.toLowerCase())
  if (span !== undefined && name !== 'place') return { span }
  if (place !== undefined && name !== 'span') return { place }
  return {}
}

/** `45%` of the measure, for a picture with text beside it. */
function readShare(value: string): FigureSettings {
  const [, percent] = /^(\d{1,2}(?:\.\d)?)[%％]$/.exec(value) ?? []
  const share = Math.round(Number(percent) * 10)
  return percent !== undefined && isShareBeside(share) ? { share } : {}
}

const FOCUS = /^(\d{1,3}(?:\.\d)?)[%％]\s*[,，]\s*(\d{1,3}(?:\.\d)?)[%％]$/

/** `50%, 30%`: from the left and from the top of the picture. */
function readFocus(value: string): FigureSettings {
  const [, across, down] = FOCUS.exec(value) ?? []
  if (across === undefined || down === undefined) return {}
  const focus = { x: Math.round(Number(across) * 10), y: Math.round(Number(down) * 10) }
  return focus.x <= 1_000 && focus.y <= 1_000 ? { focus } : {}
}

const PIN_FIELDS: ReadonlyMap<string, keyof FigurePin> = new Map([
  ['版', 'page'],
  ['page', 'page'],
  ['栏', 'column'],
  ['column', 'column'],
  ['columns', 'column'],
  ['行', 'line'],
  ['line', 'line'],
  ['高', 'lines'],
  ['height', 'lines'],
])

const PIN_LINES: ReadonlyMap<string, 'top' | 'bottom'> = new Map([
  ['顶', 'top'],
  ['top', 'top'],
  ['底', 'bottom'],
  ['bottom', 'bottom'],
])

const PIN_FIELD = /^(\p{L}+)\s*(\d+(?:\s*[-–]\s*\d+)?|顶|底|top|bottom)$/iu

/** `版2，栏1-2，行10，高14`: a page, its columns, the first line (or 顶, 底) and the height in lines. */
function readPin(value: string): FigureSettings {
  const fields = value.split(/[,，]/u).map((field) => {
    const [, word = '', written = ''] = PIN_FIELD.exec(trimEdges(field)) ?? []
    return [PIN_FIELDS.get(word.toLowerCase()), written.toLowerCase()] as const
  })
  const said = new Map(fields)
  const { column, columns } = readColumns(said.get('column') ?? '')
  const line = said.get('line') ?? ''
  const pin = figurePinSchema.safeParse({
    page: wholeNumber(said.get('page')),
    column,
    columns,
    line: PIN_LINES.get(line) ?? wholeNumber(line),
    lines: wholeNumber(said.get('lines')),
  })
  return pin.success && said.size === fields.length ? { pin: pin.data } : {}
}

/** `2` or `1-2`, the first and the last column. */
function readColumns(written: string): { readonly column: number; readonly columns: number } {
  const [first, last = first] = written.split(/[-–]/u).map(wholeNumber)
  const column = first ?? Number.NaN
  return { column, columns: (last ?? Number.NaN) - column + 1 }
}

function wholeNumber(written = ''): number {
  return /^\s*\d+\s*$/u.test(written) ? Number(written) : Number.NaN
}
