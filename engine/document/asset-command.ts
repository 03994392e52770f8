import * as z from 'zod'
import { assetIdSchema, assetSchema } from './asset'
import { commandError } from './command-error'
import type { Immutable } from './immutable'
import { type Issue, MAXIMUM_ASSETS } from './issue'
import { lookUp, putAnother, without } from './records'
import { collectAssets } from './story-body'

/** `addAsset` and `removeAsset`. */
export const assetCommandSchemas = [
  z.strictObject({ type: z.literal('addAsset'), asset: assetSchema }),
  z.strictObject({ type: z.literal('removeAsset'), id: assetIdSchema }),
] as const

/** Adds a picture to the issue, or takes away one that no story shows. */
export type AssetCommand = Immutable<z.infer<(typeof assetCommandSchemas)[number]>>

/**
 * Makes the change to the records; the bytes of a picture are the host's to keep for undo.
 * @throws {BanxinError} `id-taken`, `too-many-assets`, `record-not-found` or `asset-in-use`.
 */
export function applyAssetCommand(
  issue: Issue,
  command: AssetCommand,
): { readonly issue: Issue; readonly inverse: AssetCommand } {
  if (command.type === 'addAsset') {
    const assets = putAnother(issue.assets, command.asset, 'assets')
    if (Object.keys(assets).length > MAXIMUM_ASSETS) {
      throw commandError(
        'too-many-assets',
        'assets',
        {
          zh: `一期最多 ${String(MAXIMUM_ASSETS)} 张图片`,
          en: `An issue has ${String(MAXIMUM_ASSETS)} pictures at most`,
        },
        { zh: '请先删去不用的图片', en: 'Remove pictures that are not used first' },
      )
    }
    return { issue: { ...issue, assets }, inverse: { type: 'removeAsset', id: command.asset.id } }
  }
  const asset = lookUp(issue.assets, command.id, 'assets')
  const user = Object.values(issue.records.stories).find((story) =>
    collectAssets(story.body).includes(asset.id),
  )
  if (user !== undefined) {
    throw commandError(
      'asset-in-use',
      `records.stories.${user.id}`,
      { zh: `图片“${asset.name}”还在用`, en: `The picture “${asset.name}” is still in use` },
      { zh: '请先从稿件中删去它', en: 'Take it out of the story first' },
    )
  }
  return {
    issue: { ...issue, assets: without(issue.assets, asset.id) },
    inverse: { type: 'addAsset', asset },
  }
}
