import type { BodyNode, Story } from '../../engine/document/story'

const LETTER = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}\\p{M}])'
const COUNTED = new RegExp(`\\p{Script=Han}|${LETTER}+(?:['’.-]${LETTER}+)*`, 'gu')

/** The length of a text as editors count it: each Han character, and each word of other scripts. */
export function countCharacters(text: string): number {
  return text.match(COUNTED)?.length ?? 0
}

/** How long a text is, counted in the two ways that editors count. */
export interface TextLength {
  /** See `countCharacters`. */
  readonly words: number
  /** All characters with punctuation, without white space. */
  readonly characters: number
}

/** The length of a text. */
export function measureText(text: string): TextLength {
  const characters = [...text.replace(/\s/gu, '')].length
  return { words: countCharacters(text), characters }
}

/** Lengths together. */
export function addLengths(lengths: readonly TextLength[]): TextLength {
  const sum = (key: keyof TextLength): number =>
    lengths.reduce((total, length) => total + length[key], 0)
  return { words: sum('words'), characters: sum('characters') }
}

/** The length of the text of a story. */
export function measureBody({ body }: Story): TextLength {
  const known = lengths.get(body)
  if (known !== undefined) return known
  const length = measureText(textOf(body))
  lengths.set(body, length)
  return length
}

/** The length of the head of a story. */
export function measureHead({ kicker, headline, deck, byline }: Story): TextLength {
  return measureText([kicker, headline, deck, byline].filter(Boolean).join('\n'))
}

/** The length of a story's body. */
export function countStory(story: Story): number {
  return measureBody(story).words
}

const EXCERPT_LENGTH = 24

/** How a story without a headline begins. */
export function excerpt({ body }: Story): string {
  return textOf(body).trim().slice(0, EXCERPT_LENGTH)
}

/** Bodies are immutable, so each is counted once. */
const lengths = new WeakMap<object, TextLength>()

function textOf(node: BodyNode): string {
  const inner = (node.content ?? []).map(textOf).join('')
  return `${node.text ?? ''}${inner}${node.text === undefined ? '\n' : ''}`
}
