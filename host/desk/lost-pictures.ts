import type { Document } from '../../engine/document/document'
import type { BodyNode } from '../../engine/document/story'

/**
 * The document without those of its pictures whose bytes are not to be had: their figures keep
 * caption and place, and wait for another picture.
 */
export function withoutLostPictures(
  { issue, template }: Document,
  isThere: (assetId: string) => boolean,
): Document {
  const assets = Object.fromEntries(Object.entries(issue.assets).filter(([id]) => isThere(id)))
  const stories = Object.fromEntries(
    Object.entries(issue.records.stories).map(([id, story]) => [
      id,
      { ...story, body: emptyFigures(story.body, isThere) },
    ]),
  )
  return { issue: { ...issue, assets, records: { ...issue.records, stories } }, template }
}

function emptyFigures(node: BodyNode, isThere: (assetId: string) => boolean): BodyNode {
  const asset = node.attrs?.['asset']
  const isLost = node.type === 'figure' && typeof asset === 'string' && !isThere(asset)
  return {
    ...node,
    ...(isLost ? { attrs: { ...node.attrs, asset: '' } } : {}),
    ...(node.content === undefined
      ? {}
      : { content: node.content.map((child) => emptyFigures(child, isThere)) }),
  }
}
