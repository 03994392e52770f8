import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Issue } from '../../engine/document/issue'
import type { BodyNode } from '../../engine/document/story'
import { createFontBook } from '../../engine/fonts/font-book'
import { composeIssue } from '../../engine/layout/compose-issue'
import { createTypesetter } from '../../engine/layout/typesetter'
import { type ComposedFile, composeFile } from '../../host/compose-file'
import { productRoot } from '../../host/product-root'
import { YOUNG_SPACE_FLAGS } from '../../host/young-space'
import { type Spread, spreadOf, time } from './timing'

const KEYSTROKES = 100
/** Rounds of keystrokes that are not measured. */
const WARM_UPS = 6
const TYPED = '堤上的灯一直亮到天明，大家轮流守着水尺，谁也没有多说什么。'

/** What each composing took, in milliseconds, in a process that runs as the worker of the app does. */
export function measureKeystrokes(path: string): Spread {
  const bench = join(productRoot, 'dist/bench.mjs')
  const words = [...YOUNG_SPACE_FLAGS, bench, '--keystrokes', path]
  return JSON.parse(String(execFileSync(process.execPath, words))) as Spread
}

/**
 * Measures in this process after some minutes of typing, when V8 has compiled what runs, and prints
 * the spread as JSON.
 */
export async function printKeystrokes(path: string): Promise<void> {
  const file = await composeFile(path, () => undefined)
  for (let round = 0; round < WARM_UPS; round++) await typeAll(file)
  process.stdout.write(JSON.stringify(spreadOf(await typeAll(file))))
}

/** Types into the middle paragraph of the middle story. */
async function typeAll({ issue, template, faces }: ComposedFile): Promise<readonly number[]> {
  const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))
  composeIssue(issue, typesetter)
  const tookMs: number[] = []
  let typed = issue
  for (let index = 0; index < KEYSTROKES; index++) {
    typed = typeInTheMiddle(typed, TYPED.charAt(index % TYPED.length))
    tookMs.push((await time(() => composeIssue(typed, typesetter))).ms)
  }
  return tookMs
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
