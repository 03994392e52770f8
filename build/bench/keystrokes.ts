import type { Issue } from '../../engine/document/issue'
import type { BodyNode } from '../../engine/document/story'
import { createFontBook } from '../../engine/fonts/font-book'
import { composeIssue } from '../../engine/layout/compose-issue'
import { createTypesetter } from '../../engine/layout/typesetter'
import { composeFile } from '../../host/compose-file'
import { type Spread, spreadOf, time } from './timing'

const KEYSTROKES = 100
const TYPED = '堤上的灯一直亮到天明，大家轮流守着水尺，谁也没有多说什么。'

/** Types into the middle paragraph of the middle story; what each composing took, in this process. */
export async function measureKeystrokes(path: string): Promise<Spread> {
  const { issue, template, faces } = await composeFile(path, () => undefined)
  const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))
  composeIssue(issue, typesetter)
  const tookMs: number[] = []
  let typed = issue
  for (let index = 0; index < KEYSTROKES; index++) {
    typed = typeInTheMiddle(typed, TYPED.charAt(index % TYPED.length))
    tookMs.push((await time(() => composeIssue(typed, typesetter))).ms)
  }
  return spreadOf(tookMs)
}

export function typeInTheMiddle(issue: Issue, character: string): Issue {
  const { stories } = issue.records
  const story = middleOf(issue.sections.flatMap((id) => issue.records.sections[id]?.stories ?? []))
  const written = story === undefined ? undefined : stories[story]
  if (story === undefined || written === undefined) throw new Error('The issue has no story')
  const blocks = written.body.content ?? []
  const paragraph = middleOf(blocks.filter(({ type }) => type === 'paragraph'))
  const body = {
    ...written.body,
    content: blocks.map((block) => (block === paragraph ? typeInto(block, character) : block)),
  }
  return {
    ...issue,
    records: { ...issue.records, stories: { ...stories, [story]: { ...written, body } } },
  }
}

/** A paragraph with a character more in the middle of its first text. */
function typeInto(paragraph: BodyNode, character: string): BodyNode {
  const [first, ...rest] = paragraph.content ?? []
  const { text } = first ?? {}
  if (first === undefined || text === undefined) throw new Error('The paragraph has no text')
  const middle = text.length >> 1
  const longer = text.slice(0, middle) + character + text.slice(middle)
  return { ...paragraph, content: [{ ...first, text: longer }, ...rest] }
}

function middleOf<Value>(values: readonly Value[]): Value | undefined {
  return values[values.length >> 1]
}
