import type { Mark, Node } from 'prosemirror-model'
import type { InlineText } from './typesetter'

/** The text of a block with the marks that change how it is set. */
export function readInlineText(block: Node): readonly InlineText[] {
  const content: InlineText[] = []
  block.forEach((child) => {
    if (!child.isText) return
    const has = (name: string): boolean => child.marks.some((mark: Mark) => mark.type.name === name)
    content.push({
      text: child.text ?? '',
      strong: has('strong'),
      emphasisDots: has('emphasis_dots'),
      underline: has('underline'),
      script: has('superscript') ? 'superscript' : has('subscript') ? 'subscript' : 'normal',
      noBreak: has('no_break'),
    })
  })
  return content
}
