import * as z from 'zod'
import { inWords } from './fault'

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** Whether a text can name a section, a story or a block of one. */
export function isId(text: string): boolean {
  return ID.test(text)
}

/** The name of a record: ASCII letters, digits, `-` and `_`, at most 64 of them. */
export const idSchema = z
  .string()
  .refine(
    isId,
    inWords(
      '编号只能用英文字母、数字、- 和 _，不超过 64 个',
      'an id is up to 64 ASCII letters, digits, - and _',
    ),
  )
