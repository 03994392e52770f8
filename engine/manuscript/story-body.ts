import type { Bilingual } from '../document/message'
import type { BodyNode } from '../document/story'
import type { Block } from './blocks'
import { readInline } from './inline'
import type { ManuscriptWarning } from './manuscript'

/** A block of a body; section titles, headlines and head lines are none. */
export type BodyBlock = Exclude<
  Block,
  { readonly kind: 'section' | 'headline' | 'kicker' | 'deck' | 'byline' | 'slot' }
>

/**
 * The body of a story and what stayed plain text in it. Briefs that follow one another make one
 * list. Blocks are numbered in order, `b1` first, so that the same text has the same ids.
 */
export function buildBody(blocks: readonly BodyBlock[]): {
  readonly body: BodyNode
  readonly warnings: readonly ManuscriptWarning[]
} {
  const readings = blocks.map(readBlock)
  let count = 0
  const numbered = (node: BodyNode): BodyNode => {
    if (node.type === 'text') return node
    count += 1
    const attrs = { id: `b${String(count)}`, ...node.attrs }
    return { ...node, attrs, ...(node.content && { content: node.content.map(numbered) }) }
  }
  const content = gatherBriefs(readings.map(({ node }) => node)).map(numbered)
  return {
    body: { type: 'doc', ...(content.length > 0 && { content }) },
    warnings: readings.flatMap(({ warnings }) => warnings),
  }
}

function readBlock(block: BodyBlock): {
  readonly node: BodyNode
  readonly warnings: readonly ManuscriptWarning[]
} {
  const { nodes, warnings } = readInline(
    block.kind === 'figure' ? block.figure.caption : block.text,
  )
  const found = block.kind === 'figure' && block.figure.unread.length > 0 ? [UNREAD] : []
  const content = nodes.length === 0 ? {} : { content: nodes }
  return {
    node: { ...emptyNode(block), ...content },
    warnings: [...found, ...warnings].map((what) => ({ line: block.line, what })),
  }
}

function emptyNode(block: BodyBlock): BodyNode {
  switch (block.kind) {
    case 'subheading':
      return { type: 'subheading', attrs: { level: block.level } }
    case 'quote':
      return { type: 'pull_quote' }
    case 'qr':
      return { type: 'qr_code', attrs: { data: block.data } }
    case 'figure':
      return { type: 'figure', attrs: { asset: block.figure.photo, ...block.figure.settings } }
    default:
      return { type: block.kind }
  }
}

function gatherBriefs(nodes: readonly BodyNode[]): readonly BodyNode[] {
  const gathered: BodyNode[] = []
  let briefs: BodyNode[] | undefined
  for (const node of nodes) {
    if (node.type !== 'brief') {
      briefs = undefined
      gathered.push(node)
    } else if (briefs === undefined) {
      briefs = [node]
      gathered.push({ type: 'brief_list', content: briefs })
    } else briefs.push(node)
  }
  return gathered
}

const UNREAD: Bilingual = {
  zh: '图片的属性无法识别，并入图说',
  en: 'Attributes of the picture that are not known are kept in its caption',
}
