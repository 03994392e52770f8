import type { BodyNode, Story } from '../../engine/document/story'

const LETTER = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}\\p{M}])'
const COUNTED = new RegExp(`\\p{Script=Han}|${LETTER}+(?:['’.-]${LETTER}+)*`, 'gu')

/** The length of a text as editors count it: each Han character, and each word of other scripts. */
export function countCharacters(text: string): number {
  return text.match(COUNTED)?.length ?? 0
}

/** The length of a story's body. */
export function countStory({ body }: Story): number {
  const known = counts.get(body)
  if (known !== undefined) return known
  const count = countCharacters(textOf(body))
  counts.set(body, count)
  return count
}

const EXCERPT_LENGTH = 24

/** How a story without a headline begins. */
export function excerpt({ body }: Story): string {
  return textOf(body).trim().slice(0, EXCERPT_LENGTH)
}

/** Bodies are immutable, so each is counted once. */
const counts = new WeakMap<object, number>()

function textOf(node: BodyNode): string {
  const inner = (node.content ?? []).map(textOf).join('')
  return `${node.text ?? ''}${inner}${node.text === undefined ? '\n' : ''}`
}
