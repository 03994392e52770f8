import type { Issue } from './issue'
import type { BodyNode } from './story'
import { isSafeLink } from './story-schema'

/**
 * Text that leads to an address: UTF-16 offsets `from`…`to` in a block. The whole of a QR code,
 * with its line of text, leads where the code does.
 */
export interface TextLink {
  readonly storyId: string
  readonly blockId: string
  readonly from: number
  readonly to: number
  readonly href: string
}

/** All links of an issue, story by story. */
export function linksOf({ records }: Pick<Issue, 'records'>): readonly TextLink[] {
  return Object.values(records.stories).flatMap(({ id, body }) => linksIn(body, id))
}

function linksIn(node: BodyNode, storyId: string): readonly TextLink[] {
  const content = node.content ?? []
  const nested = content.flatMap((child) => linksIn(child, storyId))
  const blockId = node.attrs?.['id']
  if (typeof blockId !== 'string') return nested
  const data = node.attrs?.['data']
  if (node.type === 'qr_code' && typeof data === 'string') {
    if (!isSafeLink(data)) return nested
    return [{ storyId, blockId, from: 0, to: lengthOf(content), href: data }]
  }
  return [...nested, ...markedLinks(content, storyId, blockId)]
}

function markedLinks(
  content: readonly BodyNode[],
  storyId: string,
  blockId: string,
): readonly TextLink[] {
  let from = 0
  return content.flatMap(({ text = '', marks = [] }) => {
    const start = from
    from += text.length
    return marks.flatMap(({ type, attrs }) => {
      const href = attrs?.['href']
      if (type !== 'link' || typeof href !== 'string') return []
      return [{ storyId, blockId, from: start, to: from, href }]
    })
  })
}

function lengthOf(content: readonly BodyNode[]): number {
  return content.reduce((length, { text = '' }) => length + text.length, 0)
}
