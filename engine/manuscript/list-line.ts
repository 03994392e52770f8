import { trimEdges } from './source-line'

/** An item of a list as its line says it; bullets have no number. */
export interface ListItemLine {
  readonly mark: 'bullet' | 'number' | 'circle'
  readonly number: number
  readonly text: string
  /** The whole line, should it turn out to be text. */
  readonly written: string
}

const BULLET = /^-[ \t\u3000]+(.+)$/s
const NUMBER = /^(\d{1,3})\.[ \t\u3000]+(.+)$/s
const CIRCLE = /^([①-⑳])[ \t\u3000]*(.+)$/s

/** `- …`, `1. …` or `① …`; `undefined` for any other line. */
export function readListItem(line: string): ListItemLine | undefined {
  const [, bullet] = BULLET.exec(line) ?? []
  if (bullet !== undefined)
    return { mark: 'bullet', number: 0, text: trimEdges(bullet), written: line }
  const [, digits = '', numbered] = NUMBER.exec(line) ?? []
  if (numbered !== undefined) {
    return { mark: 'number', number: Number(digits), text: trimEdges(numbered), written: line }
  }
  const [, circle = '', circled] = CIRCLE.exec(line) ?? []
  if (circled === undefined) return undefined
  const number = (circle.codePointAt(0) ?? 0) - '①'.charCodeAt(0) + 1
  return { mark: 'circle', number, text: trimEdges(circled), written: line }
}

/** Whether an item goes on where another ended: nothing written is numbered otherwise. */
export function goesOn(item: ListItemLine, before: ListItemLine | undefined): boolean {
  return item.mark === before?.mark && item.number === before.number + (item.number > 0 ? 1 : 0)
}

/** Whether an item may open a list: only the first may, since lists are counted from one. */
export function opensList({ mark, number }: ListItemLine): boolean {
  return mark === 'bullet' || number === 1
}
