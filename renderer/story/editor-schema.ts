import {
  type Attrs,
  DOMParser,
  type DOMOutputSpec,
  type Mark,
  type MarkSpec,
  type Node,
  type NodeSpec,
  type NodeType,
  Schema,
  type TagParseRule,
} from 'prosemirror-model'
import { isBaselineShift } from '../../engine/document/baseline-shift'
import { isId } from '../../engine/document/id'
import { isRubyText } from '../../engine/document/ruby-text'
import { bodySchema, isSafeLink } from '../../engine/document/story-schema'

type NodeDom = (node: Node) => DOMOutputSpec
type MarkDom = (mark: Mark, inline: boolean) => DOMOutputSpec

const element =
  (tag: string, attributes: Record<string, string> = {}): NodeDom =>
  () => [tag, attributes, 0]

/** All that is said of a block but its id, so that a copy of it is pasted as it is. */
const described = ({ attrs }: Node): string => {
  const said = Object.entries(attrs).filter(([name]) => name !== 'id')
  return JSON.stringify(Object.fromEntries(said))
}

/** How each block of a story is shown while it is written, and copied. */
const nodes: Record<string, NodeDom> = {
  paragraph: element('p'),
  // Levels 1 to 3 of subheadings are headings 3 to 5: a story's headline is above them.
  subheading: ({ attrs }) => [`h${String(Number(attrs['level']) + 2)}`, 0],
  brief_list: element('ul', { class: 'briefs' }),
  brief: element('li'),
  list: (node) => [
    'ul',
    {
      class: 'list',
      'data-mark': String(node.attrs['mark']),
      'data-block': described(node),
    },
    0,
  ],
  list_item: element('li'),
  figure: (node) => ['figure', { 'data-block': described(node) }, ['figcaption', 0]],
  figure_group: element('div', { class: 'figure-group' }),
  pull_quote: element('blockquote'),
  table: (node) => [
    'table',
    { 'data-block': described(node), 'data-title': String(node.attrs['caption']) },
    ['tbody', 0],
  ],
  table_row: element('tr'),
  table_cell: (node) => [node.attrs['header'] === true ? 'th' : 'td', 0],
  qr_code: (node) => ['aside', { class: 'qr', 'data-block': described(node) }, 0],
  column_break: () => ['hr', { class: 'column-break' }],
}

const marks: Record<string, MarkDom> = {
  strong: () => ['strong', 0],
  emphasis_dots: () => ['em', 0],
  underline: () => ['u', 0],
  proper_name: ({ attrs }) => [
    'span',
    { class: 'proper-name', 'data-mark': String(attrs['id']) },
    0,
  ],
  book_title: ({ attrs }) => ['span', { class: 'book-title', 'data-mark': String(attrs['id']) }, 0],
  baseline_shift: ({ attrs }) => [
    'span',
    { class: 'shifted', 'data-shift': String(attrs['milliEm']) },
    0,
  ],
  ruby: ({ attrs }) => [
    'span',
    { class: 'ruby', 'data-mark': String(attrs['id']), 'data-ruby': String(attrs['text']) },
    0,
  ],
  superscript: () => ['sup', 0],
  subscript: () => ['sub', 0],
  link: (mark) => ['a', { href: String(mark.attrs['href']), rel: 'noopener noreferrer' }, 0],
  no_break: () => ['span', { class: 'no-break' }, 0],
}

/** Blocks whose text is one line that stays in them: editing joins it with nothing. */
const CLOSED: ReadonlySet<string> = new Set(['figure', 'table_cell', 'qr_code'])

/**
 * The schema of story bodies, and how they look in the editor: the same blocks, marks and steps,
 * so that what is done here is done to the document.
 */
export const editorSchema = new Schema({
  nodes: withDom<NodeSpec, NodeDom>(bodySchema.spec.nodes, nodes, (name) =>
    CLOSED.has(name) ? { isolating: true } : {},
  ),
  marks: withDom<MarkSpec, MarkDom>(bodySchema.spec.marks, marks, () => ({})),
})

/** Whether the text of a block stays in it: that of a caption, a cell, a QR code. */
export function isClosed({ type }: Node): boolean {
  return CLOSED.has(type.name)
}

/**
 * The type of block of a name.
 * @throws {RangeError} where the schema has none.
 */
export function nodeType(name: string): NodeType {
  const type = editorSchema.nodes[name]
  if (type === undefined) throw new RangeError(`There is no block ${name}`)
  return type
}

/**
 * The type of mark of a name.
 * @throws {RangeError} where the schema has none.
 */
export function markType(name: string) {
  const type = editorSchema.marks[name]
  if (type === undefined) throw new RangeError(`There is no mark ${name}`)
  return type
}

function withDom<Spec extends NodeSpec | MarkSpec, Dom>(
  specs: { forEach(each: (name: string, spec: Spec) => void): void },
  doms: Readonly<Record<string, Dom>>,
  more: (name: string) => Partial<Spec>,
): Record<string, Spec> {
  const made: Record<string, Spec> = {}
  specs.forEach((name, spec) => {
    const toDOM = doms[name]
    made[name] = { ...spec, ...more(name), ...(toDOM === undefined ? {} : { toDOM }) }
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

/** Reads the id that a name, a title or a ruby was copied with, and what else is said of it. */
const readStretch =
  (more: (dom: HTMLElement) => Attrs | false) =>
  (dom: HTMLElement): Attrs | false => {
    const id = dom.dataset['mark'] ?? ''
    const attrs = more(dom)
    return attrs !== false && isId(id) && { id, ...attrs }
  }

/** Reads what `described` wrote; refuses what the schema does not allow. */
const readDescribed =
  (name: string) =>
  (dom: HTMLElement): Attrs | false => {
    try {
      const attrs: unknown = JSON.parse(dom.dataset['block'] ?? '')
      const node = editorSchema.nodeFromJSON({ type: name, attrs })
      node.check()
      return node.attrs
    } catch {
      return false
    }
  }

/** What of a pasted page becomes what; all else keeps its text alone. */
export const editorParser = new DOMParser(editorSchema, [
  { tag: 'script, style, head, template, object, iframe, svg', ignore: true },
  { tag: 'h1, h2, h3', node: 'subheading' },
  { tag: 'h4', node: 'subheading', attrs: { level: 2 } },
  { tag: 'h5, h6', node: 'subheading', attrs: { level: 3 } },
  { tag: 'blockquote', node: 'pull_quote' },
  {
    tag: 'figure[data-block]',
    node: 'figure',
    contentElement: 'figcaption',
    getAttrs: readDescribed('figure'),
  },
  { tag: 'div.figure-group', node: 'figure_group' },
  { tag: 'aside[data-block]', node: 'qr_code', getAttrs: readDescribed('qr_code') },
  { tag: 'hr.column-break', node: 'column_break' },
  { tag: 'table[data-block]', node: 'table', getAttrs: readDescribed('table') },
  { tag: 'table', node: 'table' },
  { tag: 'tr', node: 'table_row' },
  { tag: 'td', node: 'table_cell' },
  { tag: 'th', node: 'table_cell', attrs: { header: true } },
  {
    tag: 'ul.list[data-block]',
    node: 'list',
    getAttrs: readDescribed('list'),
  },
  { tag: 'ul, ol', node: 'brief_list' },
  { tag: 'li', node: 'list_item', context: 'list/' },
  { tag: 'li', node: 'brief' },
  { tag: 'p', node: 'paragraph' },
  { tag: 'strong, b', mark: 'strong' },
  { tag: 'em', mark: 'emphasis_dots' },
  { tag: 'u', mark: 'underline' },
  { tag: 'sup', mark: 'superscript' },
  { tag: 'sub', mark: 'subscript' },
  { tag: 'span.no-break', mark: 'no_break' },
  { tag: 'span.proper-name', mark: 'proper_name', getAttrs: readStretch(() => ({})) },
  { tag: 'span.book-title', mark: 'book_title', getAttrs: readStretch(() => ({})) },
  {
    tag: 'span.ruby',
    mark: 'ruby',
    getAttrs: readStretch(({ dataset }) => {
      const text = dataset['ruby']
      return isRubyText(text) && { text }
    }),
  },
  {
    tag: 'span.shifted',
    mark: 'baseline_shift',
    getAttrs: ({ dataset }) => {
      const milliEm = Number(dataset['shift'])
      return isBaselineShift(milliEm) && { milliEm }
    },
  },
  linkRule,
])
