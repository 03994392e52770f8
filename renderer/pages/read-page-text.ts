import type { ComposedPage } from '../../engine/layout/page'

/** What a page says, block by block in reading order, for those who listen to it. */
export function readPageText(page: ComposedPage): readonly string[] {
  const blocks = new Map<string, string>()
  for (const item of page.items) {
    if (item.source.kind !== 'story') continue
    const { storyId, blockId } = item.source
    const key = `${storyId} ${blockId}`
    if (item.kind === 'glyphs') blocks.set(key, (blocks.get(key) ?? '') + item.text)
    else if (item.kind === 'image' && item.alt !== '') blocks.set(`${key} alt`, item.alt)
  }
  return [...blocks.values()]
}
