import type { Asset } from './asset'
import { BanxinError } from './message'
import type { BodyNode } from './story'
import { collectAssets } from './story-body'

/**
 * Checks that the figures of a story show pictures that the issue has; `path` names its body.
 * @throws {BanxinError} `figure-without-asset`
 */
export function checkFigures(
  assets: Readonly<Record<string, Asset>>,
  body: BodyNode,
  path: string,
): void {
  const missing = collectAssets(body).find((asset) => !Object.hasOwn(assets, asset))
  if (missing === undefined) return
  throw new BanxinError('figure-without-asset', {
    what: {
      zh: `插图所用的图片不在本期之中：${missing}`,
      en: `A figure shows a picture that the issue does not have: ${missing}`,
    },
    where: path,
    mend: { zh: '请先加入这张图片', en: 'Add the picture first' },
  })
}
