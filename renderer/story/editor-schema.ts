import {
  DOMParser,
  type DOMOutputSpec,
  type Mark,
  type MarkSpec,
  type Node,
  type NodeSpec,
  Schema,
  type TagParseRule,
} from 'prosemirror-model'
import { bodySchema, isSafeLink } from '../../engine/document/story-schema'

type NodeDom = (node: Node) => DOMOutputSpec
type MarkDom = (mark: Mark, inline: boolean) => DOMOutputSpec

const element =
  (tag: string, attributes: Record<string, string> = {}): NodeDom =>
  () => [tag, attributes, 0]

/** How each block of a story is shown while it is written. */
const nodes: Record<string, NodeDom> = {
  paragraph: element('p'),
  subheading: element('h3'),
  brief_list: element('ul', { class: 'briefs' }),
  brief: element('li'),
  figure: element('figure'),
  figure_group: element('div', { class: 'figure-group' }),
  pull_quote: element('blockquote'),
  table: () => ['table', ['tbody', 0]],
  table_row: element('tr'),
  table_cell: (node) => [node.attrs['header'] === true ? 'th' : 'td', 0],
  qr_code: element('aside', { class: 'qr' }),
  column_break: () => ['hr'],
}

const marks: Record<string, MarkDom> = {
  strong: () => ['strong', 0],
  emphasis_dots: () => ['em', 0],
  underline: () => ['u', 0],
  superscript: () => ['sup', 0],
  subscript: () => ['sub', 0],
  link: (mark) => ['a', { href: String(mark.attrs['href']), rel: 'noopener noreferrer' }, 0],
  no_break: () => ['span', { class: 'no-break' }, 0],
}

/**
 * The schema of story bodies, and how they look in the editor: the same blocks, marks and steps,
 * so that what is done here is done to the document.
 */
export const editorSchema = new Schema({
  nodes: withDom<NodeSpec, NodeDom>(bodySchema.spec.nodes, nodes),
  marks: withDom<MarkSpec, MarkDom>(bodySchema.spec.marks, marks),
})

function withDom<Spec extends NodeSpec | MarkSpec, Dom>(
  specs: { forEach(each: (name: string, spec: Spec) => void): void },
  doms: Readonly<Record<string, Dom>>,
): Record<string, Spec> {
  const made: Record<string, Spec> = {}
  specs.forEach((name, spec) => {
    const toDOM = doms[name]
    made[name] = toDOM === undefined ? spec : { ...spec, toDOM }
  })
  return made
}

const linkRule: TagParseRule = {
  tag: 'a[href]',
  mark: 'link',
  getAttrs: (node) => {
    const href = node.getAttribute('href') ?? ''
    return isSafeLink(href) ? { href } : false
  },
}

/** What of a pasted page or Word file becomes what; all else keeps its text alone. */
export const editorParser = new DOMParser(editorSchema, [
  { tag: 'script, style, head, template, object, iframe, svg', ignore: true },
  { tag: 'h1, h2, h3, h4, h5, h6', node: 'subheading' },
  { tag: 'blockquote', node: 'pull_quote' },
  { tag: 'table', node: 'table' },
  { tag: 'tr', node: 'table_row' },
  { tag: 'td', node: 'table_cell' },
  { tag: 'th', node: 'table_cell', attrs: { header: true } },
  { tag: 'ul, ol', node: 'brief_list' },
  { tag: 'li', node: 'brief' },
  { tag: 'p', node: 'paragraph' },
  { tag: 'strong, b', mark: 'strong' },
  { tag: 'em', mark: 'emphasis_dots' },
  { tag: 'u', mark: 'underline' },
  { tag: 'sup', mark: 'superscript' },
  { tag: 'sub', mark: 'subscript' },
  { tag: 'span.no-break', mark: 'no_break' },
  { style: 'font-weight=bold', mark: 'strong' },
  linkRule,
])
