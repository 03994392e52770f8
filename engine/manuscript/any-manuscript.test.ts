import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BodyNode } from '../document/story'
import { readManuscript } from './read-manuscript'

const textOf = (node: BodyNode): string => node.text ?? (node.content ?? []).map(textOf).join('')

const SYNTAX = [
  '#',
  '##',
  '###',
  ' ',
  '◆',
  '> ',
  '\n',
  '\n\n',
  '**',
  '*',
  '\\',
  '{',
  '}',
  '|',
  '![',
  '](',
  ')',
  ':',
  '：',
  '---',
  '[',
  ']',
  '{qr: ',
  '引题：',
  '署名:',
  '\u3000',
  '\t',
  '\r\n',
  '# ',
  '## ',
  '### ',
  '{署名: ',
  '通栏',
]

/** Pieces of syntax among letters that are each used once, in order. */
const anyManuscript = fc
  .array(fc.oneof(fc.constantFrom(...SYNTAX), fc.constant('字')), { maxLength: 60 })
  .map((pieces) => pieces.map((piece, index) => (piece === '字' ? letter(index) : piece)).join(''))
  .filter((text) => /\S/.test(text))

const FIRST_LETTER = 0x20000
const letter = (index: number): string => String.fromCodePoint(FIRST_LETTER + index)
const lettersOf = (text: string): string =>
  [...text].filter((each) => (each.codePointAt(0) ?? 0) >= FIRST_LETTER).join('')
const sorted = (text: string): string => [...text].sort().join('')

describe('readManuscript, given anything', () => {
  it('loses no character that is not syntax', () => {
    fc.assert(
      fc.property(anyManuscript, (text) => {
        const { details, sections } = readAnything(text)
        expect(sorted(lettersOf(JSON.stringify([details, sections])))).toBe(sorted(lettersOf(text)))
      }),
      { numRuns: 3_000 },
    )
  })

  it('keeps the order of headings, paragraphs and briefs', () => {
    const plain = anyManuscript.map((text) => text.replace(/[{}!]|引题：|署名:|---/g, ''))
    fc.assert(
      fc.property(plain, (text) => {
        const { sections } = readAnything(text)
        const inOrder = sections.flatMap(({ title, stories }) => [
          title,
          ...stories.flatMap(({ headline, body }) => [headline, textOf(body)]),
        ])
        expect(lettersOf(inOrder.join(''))).toBe(lettersOf(text))
      }),
      { numRuns: 3_000 },
    )
  })
})

function readAnything(
  text: string,
): Pick<ReturnType<typeof readManuscript>, 'details' | 'sections'> {
  try {
    return readManuscript(text)
  } catch (error) {
    if (lettersOf(text) === '') return { details: {}, sections: [] }
    throw error
  }
}
