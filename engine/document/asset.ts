import * as z from 'zod'
import { inWords } from './fault'
import type { Immutable } from './immutable'
import type { Bilingual } from './message'

const SHA256 = /^[0-9a-f]{64}$/

/** Whether a text is the id of an asset: the SHA-256 of its bytes, in lower-case hex. */
export function isAssetId(text: string): boolean {
  return SHA256.test(text)
}

/** An asset id, as `isAssetId` has it. */
export const assetIdSchema = z
  .string()
  .refine(isAssetId, inWords('应为 64 位小写十六进制的 SHA-256', 'it is no lower-case SHA-256'))

/** How many times longer one side of a picture may be than the other: more is a line, no picture. */
const MOST_TIMES_LONGER = 50

/** What is said of a picture that is longer than that. */
export const TOO_SLENDER: Bilingual = {
  zh: `图片太狭长，长边最多是短边的 ${String(MOST_TIMES_LONGER)} 倍`,
  en: `The picture is too slender; one side may be ${String(MOST_TIMES_LONGER)} times the other at most`,
}

/** Whether a picture has sides that a page can show; in pixels. */
export function isPlaceable({ width, height }: { width: number; height: number }): boolean {
  return Math.max(width, height) <= MOST_TIMES_LONGER * Math.min(width, height)
}

/** A picture of an issue. Its bytes lie beside the issue, under this id. */
export const assetSchema = z
  .strictObject({
    id: assetIdSchema,
    mediaType: z.enum(['image/jpeg', 'image/png']),
    /** In pixels, as is the height. */
    width: z.int().min(1).max(65_535),
    height: z.int().min(1).max(65_535),
    /** The file name that its maker gave it. */
    name: z.string().min(1).max(255),
  })
  .refine(isPlaceable, inWords(TOO_SLENDER.zh, TOO_SLENDER.en))

/** See `assetSchema`. */
export type Asset = Immutable<z.infer<typeof assetSchema>>
