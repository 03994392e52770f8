import { BanxinError, type Bilingual } from '../engine/document/message'

/** A picture file may be this large. */
export const MOST_PICTURE_BYTES = 100_000_000

/** How much a message may hold. */
export interface MessageBounds {
  /** Its values and the characters of its texts and keys, counted together. */
  readonly mostUnits: number
  /** The length of its one raw entry, `bytes`; 0 where it has none. */
  readonly mostBytes: number
}

const MOST_LEVELS = 64

/**
 * Looks at a message from outside before any schema does: it is a plain object of plain JSON, at
 * most 64 levels deep, without a key `__proto__`, and no larger than its channel allows. Its entry
 * `bytes` may be a `Uint8Array` besides.
 * @throws {BanxinError} `message-unsafe` or `message-too-large`
 */
export function checkMessage(message: unknown, bounds: MessageBounds, where: string): void {
  const counter = { left: bounds.mostUnits, where }
  if (!isPlainObject(message)) throw unsafe(where)
  for (const [key, value] of Object.entries(message)) {
    count(counter, key.length)
    if (key === '__proto__') throw unsafe(where)
    if (key === 'bytes' && value instanceof Uint8Array) {
      if (value.length > bounds.mostBytes) throw tooLarge(where)
    } else countValue(counter, value, 1)
  }
}

interface Counter {
  left: number
  readonly where: string
}

function countValue(counter: Counter, value: unknown, depth: number): void {
  count(counter, 1)
  if (typeof value === 'string') count(counter, value.length)
  if (value === undefined || typeof value === 'string' || typeof value === 'boolean') return
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return
  if (depth >= MOST_LEVELS) throw unsafe(counter.where)
  if (Array.isArray(value)) {
    count(counter, value.length)
    for (const element of value) countValue(counter, element, depth + 1)
    return
  }
  if (!isPlainObject(value)) throw unsafe(counter.where)
  for (const [key, inner] of Object.entries(value)) {
    count(counter, key.length)
    if (key === '__proto__') throw unsafe(counter.where)
    countValue(counter, inner, depth + 1)
  }
}

function count(counter: Counter, units: number): void {
  counter.left -= units
  if (counter.left < 0) throw tooLarge(counter.where)
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const mend: Bilingual = { zh: '请刷新写字台后再试', en: 'Reload the desk, then try once more' }

function unsafe(where: string): BanxinError {
  return new BanxinError('message-unsafe', {
    what: {
      zh: '请求不是普通的 JSON，或嵌套过深',
      en: 'The request is not plain JSON, or is nested too deep',
    },
    where,
    mend,
  })
}

function tooLarge(where: string): BanxinError {
  return new BanxinError('message-too-large', {
    what: { zh: '一次送来的内容太大', en: 'Too much was sent at once' },
    where,
    mend: { zh: '请分几次进行，或换小一些的文件', en: 'Do it in parts, or take a smaller file' },
  })
}
