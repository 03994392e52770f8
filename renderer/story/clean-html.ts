import { isSafeLink } from '../../engine/document/story-schema'
import { flattenTables } from './flatten-tables'
import { joinSourceLines, LINE_BREAK } from './pasted-lines'
import { type PastedStyle, readPastedStyle } from './pasted-style'
import { readRubyElements } from './ruby-elements'

/** A pasted page, cleaned so far that the editor's parser makes of it what the house wants. */
export interface CleanPage {
  readonly root: HTMLElement
  /**
   * The pictures that came with it, as data addresses. The figure of each has its index as
   * `data-picture`.
   */
  readonly pictures: readonly string[]
  /** How many pictures did not come with it: they lie on another machine, or are of another kind. */
  readonly lostPictures: number
}

const USELESS =
  'script, style, head, meta, link, title, template, object, embed, iframe, frame, svg, math, ' +
  'canvas, video, audio, noscript, form > input, select, textarea, button, rp, rt, xml, [hidden]'
const BLOCKS =
  'p, div, section, article, main, header, footer, aside, nav, address, h1, h2, h3, h4, h5, h6, ' +
  'ul, ol, li, dl, dt, dd, blockquote, pre, table, tr, td, th, figure, figcaption, hr'
const OWN_PICTURE = /^data:image\/(?:png|jpe?g);base64,/i
/** Pictures no larger than this in both directions are signs of the page, no photographs. */
const SMALL_PX = 40

/**
 * Reads the markup of a clipboard in a document of its own, in which nothing runs and nothing is
 * fetched, and brings it into the shape that the editor's parser expects.
 */
export function cleanHtml(html: string): CleanPage {
  const root = new DOMParser().parseFromString(disarm(html), 'text/html').body
  readRubyElements(root)
  removeUseless(root)
  for (const element of elements(root, '[data-style]')) applyStyle(element)
  for (const list of elements(root, 'ul, ol').reverse()) flattenList(list)
  const pictures = takePictures(root)
  flattenTables(root)
  for (const quote of elements(root, 'blockquote')) tidyQuote(quote)
  for (const bold of elements(root, 'h1 strong, h1 b, h2 strong, h2 b, h3 strong, h3 b'))
    unwrap(bold)
  for (const link of elements(root, 'a')) {
    if (!isSafeLink(link.getAttribute('href') ?? '')) unwrap(link)
  }
  for (const line of elements(root, 'br')) line.replaceWith(LINE_BREAK)
  joinLines(root)
  return { root, ...pictures }
}

/** Turns styles and event handlers into data, which a browser neither applies nor runs. */
function disarm(html: string): string {
  const plain = html.replace(/<style[\s\S]*?<\/style\s*>/gi, '')
  return plain.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2'),
  )
}

function elements(root: ParentNode, selector: string): HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>(selector))
}

function unwrap(element: Element): void {
  element.replaceWith(...Array.from(element.childNodes))
}

function styleOf(element: HTMLElement): PastedStyle {
  return readPastedStyle(element.dataset['style'] ?? '')
}

function removeUseless(root: HTMLElement): void {
  for (const element of elements(root, USELESS)) element.remove()
  const comments = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (comments.nextNode() !== null) found.push(comments.currentNode)
  for (const comment of found) comment.parentNode?.removeChild(comment)
}

/** Puts into elements what an element says by its style alone. */
function applyStyle(element: HTMLElement): void {
  const style = styleOf(element)
  if (style.isHidden) {
    element.remove()
    return
  }
  if (style.isListItem) readWordListItem(element)
  if (style.isHeading && element.matches('p')) replaceTag(element, 'h3')
  if (style.isLight && element.matches('b, strong')) {
    unwrap(element)
    return
  }
  const isPlace =
    element.matches('h1, h2, h3, h4, h5, h6, a') || element.querySelector(BLOCKS) !== null
  for (const tag of style.marks) {
    // A heading is bold, a link is underlined; and a mark goes round text, never round blocks.
    if (isPlace || (tag === 'u' && element.closest('a') !== null)) continue
    const mark = element.ownerDocument.createElement(tag)
    mark.append(...Array.from(element.childNodes))
    element.append(mark)
  }
}

function replaceTag(element: HTMLElement, tag: string): void {
  const other = element.ownerDocument.createElement(tag)
  other.append(...Array.from(element.childNodes))
  element.replaceWith(other)
}

/** Word writes the marks and numbers of its lists as text: a number stays, a mark makes a brief. */
function readWordListItem(paragraph: HTMLElement): void {
  const lead = elements(paragraph, '[data-style]').find((each) => styleOf(each).isLeadMark)
  if (lead === undefined) return
  const mark = (lead.textContent ?? '').replace(/[\s\u00a0]/g, '')
  const isNumber = /[0-9一二三四五六七八九十①-⑳]|^[a-zA-Z]+[.)、）]/.test(mark)
  lead.replaceWith(isNumber ? mark + (mark.endsWith('.') ? ' ' : '') : '')
  if (isNumber) return
  const item = paragraph.ownerDocument.createElement('li')
  const list = paragraph.ownerDocument.createElement('ul')
  paragraph.before(list)
  list.append(item)
  item.append(...Array.from(paragraph.childNodes))
  paragraph.remove()
}

/** One level of briefs; the items of a numbered list are paragraphs that keep their numbers. */
function flattenList(list: HTMLElement): void {
  const isNumbered = list.matches('ol')
  const first = Number(list.getAttribute('start') ?? '1')
  Array.from(list.children).forEach((item, index) => {
    for (const nested of elements(item, 'ul, p + p, p + div, table, blockquote').reverse())
      item.after(nested)
    for (const block of elements(item, 'p, div, section')) unwrap(block)
    if (isNumbered) item.prepend(`${String((Number.isInteger(first) ? first : 1) + index)}. `)
  })
  if (!isNumbered) return
  for (const item of elements(list, 'li')) replaceTag(item, 'p')
  unwrap(list)
}

/** A quote of one paragraph is a pull quote; a longer one is text. */
function tidyQuote(quote: HTMLElement): void {
  const blocks = elements(quote, BLOCKS)
  const [only] = blocks
  if (blocks.length > 1) unwrap(quote)
  else if (only !== undefined) unwrap(only)
}

/** Makes figures of the pictures that came along, each after the block that it stood in. */
function takePictures(root: HTMLElement): Pick<CleanPage, 'pictures' | 'lostPictures'> {
  const pictures: string[] = []
  let lostPictures = 0
  for (const image of elements(root, 'img')) {
    const address = image.getAttribute('src') ?? ''
    if (!OWN_PICTURE.test(address)) {
      if (!isSmall(image)) lostPictures += 1
      image.remove()
      continue
    }
    const own = image.closest('figure')
    const figure = root.ownerDocument.createElement('figure')
    figure.dataset['picture'] = String(pictures.length)
    figure.dataset['alt'] = image.getAttribute('alt') ?? ''
    const caption =
      own?.querySelector('figcaption') ?? root.ownerDocument.createElement('figcaption')
    figure.append(caption)
    pictures.push(address)
    const outermost = own ?? image.closest('table, ul, blockquote, p, h1, h2, h3, h4, h5, h6, pre')
    ;(outermost ?? image).after(figure)
    image.remove()
  }
  for (const empty of elements(root, 'figure:not([data-picture])')) unwrap(empty)
  return { pictures, lostPictures }
}

function isSmall(image: HTMLElement): boolean {
  const side = (name: string): number => Number(image.getAttribute(name) ?? 'NaN')
  return side('width') <= SMALL_PX && side('height') <= SMALL_PX
}

function joinLines(root: HTMLElement): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text)
  texts.forEach((node, index) => {
    if (node.parentElement?.closest('pre') !== null) {
      node.data = node.data.replace(/\r\n|[\r\n]/g, LINE_BREAK)
      return
    }
    const before = texts[index - 1]?.data.at(-1) ?? ''
    const after = texts[index + 1]?.data.trimStart()[0] ?? ''
    node.data = joinSourceLines(node.data, before, after)
  })
}
