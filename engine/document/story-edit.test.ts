import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Issue } from './issue'
import { type Json, parseJson } from './json'
import { BanxinError } from './message'
import { parseIssue } from './parse-issue'
import { editStory } from './story-edit'

const fixture = new URL('../../tests/fixtures/packages/v4/issue.json', import.meta.url)
const issue = parseIssue(parseJson(readFileSync(fixture, 'utf8'), ''), '')

const viewIn = ({ records }: Issue): unknown => {
  const blocks = records.stories['s1-1']?.body.content ?? []
  const { crop, focus } = blocks.find(({ type }) => type === 'figure')?.attrs ?? {}
  return { crop, focus }
}

/** The change of a figure's view as an editor makes it; a paragraph and a subheading come before. */
const setView = (view: Readonly<Record<string, Json>>): Parameters<typeof editStory>[1] => {
  const blocks = issue.records.stories['s1-1']?.body.content ?? []
  const before = blocks.slice(
    0,
    blocks.findIndex(({ type }) => type === 'figure'),
  )
  const textOf = (node: (typeof blocks)[number]): string =>
    node.text ?? (node.content ?? []).map(textOf).join('')
  const pos = before.reduce((sum, node) => sum + textOf(node).length + 2, 0)
  const steps = Object.entries(view).map(([attr, value]) => ({
    stepType: 'attr',
    pos,
    attr,
    value,
  }))
  return { type: 'editStory', id: 's1-1', steps }
}

describe('editStory', () => {
  it('crops a picture, and brings the crop before back', () => {
    const view = { crop: { left: 0, top: 100, width: 1_000, height: 500 }, focus: null }
    const { issue: cropped, inverse } = editStory(issue, setView(view))
    expect(viewIn(cropped)).toEqual(view)
    expect(viewIn(editStory(cropped, inverse).issue)).toEqual(viewIn(issue))
  })

  it('refuses a crop beyond the picture, in both languages', () => {
    const command = setView({ crop: { left: 600, top: 0, width: 500, height: 500 } })
    let fault: unknown
    try {
      editStory(issue, command)
    } catch (error) {
      fault = error
    }
    if (!(fault instanceof BanxinError)) throw new Error('It was taken')
    expect(fault.code).toBe('step-impossible')
    expect(fault.explanation.what.zh).toContain('不是图片之内的裁剪框')
    expect(fault.explanation.what.en).toContain('is not a crop within the picture')
  })
})
