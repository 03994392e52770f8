import type { z } from 'zod'
import { type Bilingual, BanxinError } from './message'

/** What was being read when a fault was found, and what to do about it. */
export interface Subject {
  readonly code: string
  /** The file or record; the path inside it is added. Empty when the path says enough. */
  readonly where: string
  readonly what: Bilingual
  readonly mend: Bilingual
}

/**
 * The input as its schema makes it.
 * @throws {BanxinError} with the subject's code, naming the path of the first fault.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  subject: Subject,
): z.output<Schema> {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  const issue = innermost(result.error.issues[0])
  const fault = issue === undefined ? { zh: '', en: '' } : describeFault(issue)
  const path = (issue?.path ?? []).map(String).join('.')
  throw new BanxinError(subject.code, {
    what: {
      zh: `${subject.what.zh}：${fault.zh}`,
      en: `${subject.what.en}: ${fault.en}`,
    },
    where: [subject.where, path].filter((part) => part !== '').join(': '),
    mend: subject.mend,
  })
}

/** A check's own words for a value that breaks it, for `refine` and `addIssue`. */
export function inWords(zh: string, en: string): { message: string; params: { zh: string } } {
  return { message: en, params: { zh } }
}

type Issue = z.core.$ZodIssue

/** The fault behind a choice of shapes: in the shape that fits the input furthest. */
function innermost(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union') return issue
  const candidates = issue.errors.flatMap((issues) => issues.slice(0, 1))
  const [best] = candidates.sort((a, b) => b.path.length - a.path.length)
  if (best === undefined) return issue
  return innermost({ ...best, path: [...issue.path, ...best.path] })
}

function describeFault(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { zh: '缺少这一项', en: 'it is missing' }
        : {
            zh: `应为${TYPES_ZH[issue.expected] ?? issue.expected}`,
            en: `it should be of type ${issue.expected}`,
          }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ')
      return { zh: `含有未知的项“${keys}”`, en: `it has the unknown entry “${keys}”` }
    }
    case 'too_big':
      return {
        zh: `太大或太长，最多 ${String(issue.maximum)}`,
        en: `it is too large or long; at most ${String(issue.maximum)}`,
      }
    case 'too_small':
      return {
        zh: `太小或太短，最少 ${String(issue.minimum)}`,
        en: `it is too small or short; at least ${String(issue.minimum)}`,
      }
    case 'invalid_value': {
      const values = issue.values.map(String)
      return {
        zh: `应为 ${values.join('、')} 之一`,
        en: `it should be one of ${values.join(', ')}`,
      }
    }
    case 'invalid_union':
      return { zh: '不是所允许的任何一种写法', en: 'it is none of the shapes allowed' }
    case 'invalid_key':
      return { zh: '这个键名不合规定', en: 'this key is not allowed' }
    case 'invalid_format':
      return issue.format === 'date'
        ? {
            zh: '应为 2026-01-31 这样的实际日期',
            en: 'it should be a real date such as 2026-01-31',
          }
        : { zh: '写法不合规定', en: 'it is not written as it should be' }
    case 'custom': {
      const zh: unknown = issue.params?.['zh']
      return { zh: typeof zh === 'string' ? zh : issue.message, en: issue.message }
    }
    default:
      return { zh: '写法不合规定', en: 'it is not written as it should be' }
  }
}

const TYPES_ZH: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  record: '对象',
}
