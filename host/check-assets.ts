import type { Asset } from '../engine/document/asset'
import { BanxinError, type Finding } from '../engine/document/message'
import type { Package } from '../engine/document/package'
import { decodePicture, inspectPicture } from './picture-file'

/** How much of a picture is looked at: what its header says, or every pixel. */
export type PictureDepth = 'header' | 'whole'

/** Pictures of a package that are not what its issue says of them, or cannot be decoded. */
export async function checkAssets(
  { document, assets }: Package,
  depth: PictureDepth,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const asset of Object.values(document.issue.assets)) {
    const bytes = assets.get(asset.id)
    if (bytes === undefined) continue
    try {
      await checkAsset(asset, bytes, depth)
    } catch (error) {
      if (!(error instanceof BanxinError)) throw error
      findings.push({ code: error.code, severity: 'error', explanation: error.explanation })
    }
  }
  return findings
}

/** @throws {BanxinError} `picture-…`, naming the file. */
async function checkAsset(asset: Asset, bytes: Uint8Array, depth: PictureDepth): Promise<void> {
  const { name, mediaType, width, height } = asset
  const seen = await inspectPicture(bytes, name)
  if (seen.mediaType !== mediaType || seen.width !== width || seen.height !== height) {
    const describe = (said: typeof seen): string =>
      `${said.mediaType} ${String(said.width)}×${String(said.height)}`
    const [wanted, found] = [describe({ mediaType, width, height }), describe(seen)]
    throw new BanxinError('picture-mismatch', {
      what: {
        zh: `图片与文件中的记载不符：应为 ${wanted}，实为 ${found}`,
        en: `The picture is not what the issue says of it: ${wanted} is said, ${found} is found`,
      },
      where: name,
      mend: {
        zh: '请重新加入这张图片，或使用备份文件',
        en: 'Add the picture anew, or use a backup of the file',
      },
    })
  }
  if (depth === 'whole') await decodePicture(bytes, name)
}
