import type { Mark } from 'prosemirror-model'
import type { InlineText } from './typesetter'

/** A stretch of text, and the ruby mark that it bears. */
export interface RubyPiece {
  readonly inline: InlineText
  readonly ruby: Mark | undefined
}

const HAN = /^\p{Script=Han}+$/u

/**
 * Text with its rubies. One of as many words as its base has Han characters is set character by
 * character, each word above its own, and may be parted between them; any other stands above all of
 * its base (CLREQ 3.3).
 */
export function annotate(pieces: readonly RubyPiece[]): readonly InlineText[] {
  if (pieces.every(({ ruby }) => ruby === undefined)) return pieces.map(({ inline }) => inline)
  let ordinal = 0
  const set: InlineText[] = []
  for (let start = 0, end = 0; start < pieces.length; start = end) {
    const { ruby } = pieces[start] ?? {}
    end = start + 1
    while (end < pieces.length && isSame(ruby, pieces[end]?.ruby)) end++
    const inlines = pieces.slice(start, end).map(({ inline }) => inline)
    if (ruby === undefined) {
      set.push(...inlines)
      continue
    }
    const text = String(ruby.attrs['text'])
    const base = inlines.map((inline) => inline.text).join('')
    const words = text.split(/\s+/u)
    ordinal++
    if (words.length < 2 || !HAN.test(base) || words.length !== [...base].length) {
      const whole = { text, ordinal }
      set.push(...inlines.map((inline) => ({ ...inline, ruby: whole })))
      continue
    }
    const characters = inlines.flatMap((inline) => [...inline.text].map((own) => ({ inline, own })))
    set.push(
      ...characters.map(({ inline, own }, index) => ({
        ...inline,
        text: own,
        ruby: { text: words[index] ?? '', ordinal: ordinal + index },
      })),
    )
    ordinal += characters.length
  }
  return set
}

function isSame(one: Mark | undefined, other: Mark | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.eq(other)
}
