import type { BlockKey } from './block-key'
import type { InlineText } from './typesetter'

/** Where a story goes on that was parted: what is left of it, told by what is not. */
export interface Continuation {
  /** Index of the block that its text goes on with; past the last where no text is left. */
  readonly block: number
  /** That block, or the brief of a list, by its key, and how much of its text stands before. */
  readonly key: BlockKey
  readonly offset: number
  /** Figures that stand before. */
  readonly shown: readonly BlockKey[]
}

/** A text from a UTF-16 offset on. */
export function textFrom(content: readonly InlineText[], offset: number): readonly InlineText[] {
  let left = offset
  return content.flatMap((inline) => {
    const cut = Math.min(left, inline.text.length)
    left -= cut
    return cut === inline.text.length ? [] : [{ ...inline, text: inline.text.slice(cut) }]
  })
}
