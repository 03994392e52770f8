import { describe, expect, it } from 'vitest'
import { type Step, Transform } from 'prosemirror-transform'
import { editorSchema } from './editor-schema'
import { rebaseSteps, stepBetween } from './rebase-steps'

const paragraph = (text: string) =>
  editorSchema.node('paragraph', { id: '' }, text === '' ? [] : [editorSchema.text(text)])
const body = (...texts: readonly string[]) => editorSchema.node('doc', null, texts.map(paragraph))
const insert = (at: number, text: string) => (tr: Transform) =>
  tr.insert(at, editorSchema.text(text))

function rebase(
  base: ReturnType<typeof body>,
  mine: readonly ((tr: Transform) => Transform)[],
  theirs: readonly ((tr: Transform) => Transform)[],
) {
  const own = mine.reduce((tr, each) => each(tr), new Transform(base))
  const other = theirs.reduce((tr, each) => each(tr), new Transform(base))
  const tr = new Transform(own.doc)
  const rebased = rebaseSteps(tr, base, own.steps, other.steps)
  const sent = rebased.mine.reduce<Transform>(
    (on, step: Step) => on.step(step),
    new Transform(other.doc),
  )
  return { shown: tr.doc, sent: sent.doc, mapping: rebased.mapping }
}

describe('steps over those of others', () => {
  it('keeps text that is being composed behind text that others put before it', () => {
    const base = body('今天', '明天')
    const { shown, sent, mapping } = rebase(
      base,
      [insert(7, 'x'), (tr) => tr.replaceWith(7, 8, editorSchema.text('新闻'))],
      [insert(1, '重庆')],
    )
    expect(shown.textBetween(0, shown.content.size, '/')).toBe('重庆今天/明天新闻')
    expect(sent.eq(shown)).toBe(true)
    // The cursor stays behind the characters just composed.
    expect(mapping.map(9)).toBe(11)
  })

  it('drops what stood in a paragraph that others have deleted', () => {
    const base = body('今天', '明天')
    const { shown, sent } = rebase(base, [insert(6, '的')], [(tr) => tr.delete(4, 8)])
    expect(shown.textBetween(0, shown.content.size, '/')).toBe('今天')
    expect(sent.eq(shown)).toBe(true)
  })

  it('finds the one step between two texts', () => {
    for (const [from, to] of [
      [body('一一', '二'), body('一一一', '二')],
      [body('一'), body('一', '二', '三')],
      [body('一', '二'), body('二')],
      [body('甲乙丙'), body('甲丙')],
    ] as const) {
      const step = stepBetween(from, to)
      expect(step?.apply(from).doc?.eq(to)).toBe(true)
    }
    expect(stepBetween(body('一'), body('一'))).toBeUndefined()
  })
})
