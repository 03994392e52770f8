import * as z from 'zod'
import { inWords } from './fault'
import { locateJsonFault } from './json-fault'
import { BanxinError } from './message'

/** A JSON value that holds no other. */
export type Scalar = string | number | boolean | null

/** What a JSON text can say (RFC 8259). */
export type Json = Scalar | readonly Json[] | JsonObject

/** A JSON object; its keys may be any but `__proto__`. */
export interface JsonObject {
  readonly [key: string]: Json
}

const MAXIMUM_DEPTH = 64

/**
 * Whether a value is JSON that is safe to keep: plain and finite, at most 64 levels deep, and
 * without a key `__proto__`, which assignments would take for something else.
 */
export function isSafeJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth >= MAXIMUM_DEPTH) return false
  if (Array.isArray(value)) return value.every((element) => isSafeJson(element, depth + 1))
  return Object.entries(value).every(
    ([key, inner]) => key !== '__proto__' && isSafeJson(inner, depth + 1),
  )
}

/** Any JSON, kept as it is. */
export const jsonSchema = z.custom<Json>(
  (value) => isSafeJson(value),
  inWords('不是普通的 JSON，或嵌套过深', 'it is not plain JSON, or is nested too deep'),
)

/** Whether a value holds no other. */
export function isScalar(value: Json): value is Scalar {
  return typeof value !== 'object' || value === null
}

/** Whether a value is a list. */
export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** Whether a value is an object, and neither a list nor `null`. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Reads a JSON text; `where` names its file in messages.
 * @throws {BanxinError} `json-broken`, with the line and column of the fault, or `json-unsafe`.
 */
export function parseJson(text: string, where: string): Json {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const { line, column } = locateJsonFault(text)
    throw new BanxinError('json-broken', {
      what: {
        zh: `JSON 有语法错误：第 ${String(line)} 行第 ${String(column)} 列`,
        en: `The JSON is broken at line ${String(line)}, column ${String(column)}`,
      },
      where,
      mend: {
        zh: '请改正这一处，或使用备份文件',
        en: 'Mend that place, or use a backup of the file',
      },
    })
  }
  if (isSafeJson(value)) return value
  throw new BanxinError('json-unsafe', {
    what: {
      zh: 'JSON 嵌套过深，或含有键名 __proto__',
      en: 'The JSON is nested too deep, or has a key named __proto__',
    },
    where,
    mend: { zh: '请删去这些内容，或使用备份文件', en: 'Remove it, or use a backup of the file' },
  })
}
