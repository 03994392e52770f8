/** Names a block among all of an issue: ids of blocks are unique within their story only. */
export type BlockKey = string

export function blockKey(storyId: string, blockId: string): BlockKey {
  return `${storyId}/${blockId}`
}
