import type { Issue } from '../../engine/document/issue'
import type { BodyNode, Story } from '../../engine/document/story'

/** What is looked for; unless it is exact, letters are alike in both cases and both widths. */
export interface Wanted {
  readonly text: string
  readonly isExact: boolean
}

/** A stretch of text of a story that is what was looked for; UTF-16 offsets in a block. */
export interface FoundPlace {
  readonly storyId: string
  /** A block's id, or the name of a head part. */
  readonly blockId: string
  readonly from: number
  readonly to: number
}

/** The parts of a head, in the order in which they are read. */
export const HEAD_PARTS = ['kicker', 'headline', 'deck', 'byline'] as const
/** See `HEAD_PARTS`. */
export type HeadPart = (typeof HEAD_PARTS)[number]

/** Whether the name of a block is that of a head part. */
export function isHeadPart(blockId: string): blockId is HeadPart {
  return HEAD_PARTS.some((part) => part === blockId)
}

/** Where what is looked for stands in the stories of an issue, as they are read. */
export function findInIssue(issue: Issue, wanted: Wanted): readonly FoundPlace[] {
  const { sections, stories } = issue.records
  return issue.sections
    .flatMap((id) => sections[id]?.stories ?? [])
    .flatMap((id) => stories[id] ?? [])
    .flatMap((story) => findInStory(story, wanted))
}

/** Where what is looked for stands in a story, its head first, captions and cells included. */
export function findInStory(story: Story, wanted: Wanted): readonly FoundPlace[] {
  if (wanted.text === '') return []
  const inHead = HEAD_PARTS.flatMap((part) =>
    findInText(story[part] ?? '', wanted).map((range) => ({
      storyId: story.id,
      blockId: part,
      ...range,
    })),
  )
  return [...inHead, ...findInBody(story.body, story.id, wanted)]
}

function findInBody(node: BodyNode, storyId: string, wanted: Wanted): readonly FoundPlace[] {
  const content = node.content ?? []
  const text = content.map((child) => child.text ?? '').join('')
  const blockId = String(node.attrs?.['id'] ?? '')
  const own = findInText(text, wanted).map((range) => ({ storyId, blockId, ...range }))
  return [...own, ...content.flatMap((child) => findInBody(child, storyId, wanted))]
}

/** Where what is looked for stands in a text, in order, without overlaps. */
export function findInText(
  text: string,
  { text: needle, isExact }: Wanted,
): readonly { readonly from: number; readonly to: number }[] {
  const sought = isExact ? needle : fold(needle)
  const searched = isExact ? text : fold(text)
  const found: { from: number; to: number }[] = []
  if (sought === '') return found
  for (
    let from = searched.indexOf(sought);
    from >= 0;
    from = searched.indexOf(sought, from + sought.length)
  ) {
    found.push({ from, to: from + sought.length })
  }
  return found
}

const FULL_WIDTH_FROM = 0xff01
const FULL_WIDTH_TO = 0xff5e
const WIDTH_SHIFT = 0xfee0

/** A text of the same length in lower case and half width. */
function fold(text: string): string {
  const narrow = text.replace(/[\u3000\uff01-\uff5e]/g, (character) => {
    const code = character.charCodeAt(0)
    return code >= FULL_WIDTH_FROM && code <= FULL_WIDTH_TO
      ? String.fromCharCode(code - WIDTH_SHIFT)
      : ' '
  })
  const lower = narrow.toLowerCase()
  // Some letters are longer in lower case; offsets must stay what they are.
  if (lower.length === narrow.length) return lower
  return [...narrow]
    .map((each) => (each.toLowerCase().length === each.length ? each.toLowerCase() : each))
    .join('')
}
