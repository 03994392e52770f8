import type { Node } from 'prosemirror-model'

/** Where a block of an id begins in a body, with the block; figures may hold it. */
export function findBlock(
  doc: Node,
  id: string,
): { readonly node: Node; readonly position: number } | undefined {
  let found: { readonly node: Node; readonly position: number } | undefined
  doc.descendants((node, position) => {
    if (found !== undefined) return false
    if (node.attrs['id'] === id) found = { node, position }
    return found === undefined
  })
  return found
}
