import { z } from 'zod'
import { inWords } from './fault'
import type { Immutable } from './immutable'

const SHA256 = /^[0-9a-f]{64}$/

/** Whether a text is the id of an asset: the SHA-256 of its bytes, in lower-case hex. */
export function isAssetId(text: string): boolean {
  return SHA256.test(text)
}

/** An asset id, as `isAssetId` has it. */
export const assetIdSchema = z
  .string()
  .refine(isAssetId, inWords('应为 64 位小写十六进制的 SHA-256', 'it is no lower-case SHA-256'))

/** A picture of an issue. Its bytes lie beside the issue, under this id. */
export const assetSchema = z.strictObject({
  id: assetIdSchema,
  mediaType: z.enum(['image/jpeg', 'image/png']),
  /** In pixels, as is the height. */
  width: z.int().min(1).max(65_535),
  height: z.int().min(1).max(65_535),
  /** The file name that its maker gave it. */
  name: z.string().min(1).max(255),
})

/** See `assetSchema`. */
export type Asset = Immutable<z.infer<typeof assetSchema>>
