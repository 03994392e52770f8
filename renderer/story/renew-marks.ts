import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model'
import { newId } from '../desk/new-id'

/**
 * What is pasted or dropped, its names, titles and rubies under ids of their own: beside the text
 * that they were copied from they would else be one with it.
 */
export function renewMarks({ content, openStart, openEnd }: Slice): Slice {
  const ids = new Map<string, string>()
  const renew = (mark: Mark): Mark => {
    const { id, ...attrs } = mark.attrs
    if (typeof id !== 'string') return mark
    const own = ids.get(id) ?? newId('m')
    ids.set(id, own)
    return mark.type.create({ ...attrs, id: own })
  }
  const renewAll = (fragment: Fragment): Fragment =>
    Fragment.fromArray(
      fragment.content.map((node): Node =>
        node.isText ? node.mark(node.marks.map(renew)) : node.copy(renewAll(node.content)),
      ),
    )
  return new Slice(renewAll(content), openStart, openEnd)
}
