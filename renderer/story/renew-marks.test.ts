import { Fragment, Slice } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { editorSchema } from './editor-schema'
import { renewMarks } from './renew-marks'

const name = (id: string) => editorSchema.mark('proper_name', { id })
const ruby = (id: string) => editorSchema.mark('ruby', { id, text: 'lán jiāng' })

describe('what is pasted', () => {
  const paragraph = editorSchema.node('paragraph', { id: 'p1' }, [
    editorSchema.text('岚', [name('m1'), ruby('m2')]),
    editorSchema.text('江', [name('m1')]),
    editorSchema.text('边', [editorSchema.mark('strong')]),
  ])
  const renewed = renewMarks(new Slice(Fragment.from(paragraph), 1, 1))
  const [pasted] = renewed.content.content

  it('is as it was but for the ids of its names, titles and rubies', () => {
    expect(pasted?.textContent).toBe('岚江边')
    const ids = pasted?.content.content.map(({ marks }) =>
      marks.map(({ type, attrs }) => [type.name, String(attrs['id'] ?? '')]),
    )
    const own = ids?.[0]?.find(([type]) => type === 'proper_name')?.[1] ?? ''
    expect(own).not.toBe('m1')
    expect(ids?.[0]).toContainEqual(['ruby', expect.not.stringMatching(/^m2$/)])
    expect(ids?.[1]).toEqual([['proper_name', own]])
    expect(ids?.[2]).toEqual([['strong', '']])
    expect([renewed.openStart, renewed.openEnd]).toEqual([1, 1])
  })

  it('is not one with what it was copied from', () => {
    const texts = [...paragraph.content.content.slice(0, 2), ...(pasted?.content.content ?? [])]
    const both = editorSchema.node('paragraph', { id: 'p2' }, texts)
    expect(both.childCount).toBe(5)
  })
})
