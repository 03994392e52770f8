/** Names a block among all of an issue: ids of blocks are unique within their story only. */
export type BlockKey = string

const SEPARATOR = '/'

export function blockKey(storyId: string, blockId: string): BlockKey {
  return storyId + SEPARATOR + blockId
}

/** The story of a block; ids never hold the separator. */
export function storyOfKey(key: BlockKey): string {
  return key.slice(0, key.indexOf(SEPARATOR))
}
