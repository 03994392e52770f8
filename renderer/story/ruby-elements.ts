import { newId } from '../desk/new-id'
import { readRubyText } from './ruby-commands'

/**
 * Makes of each `ruby` element of a pasted page what the editor's parser reads: a stretch for each
 * text with an annotation of its own, as browsers, Word and WPS write them.
 */
export function readRubyElements(root: ParentNode): void {
  for (const ruby of Array.from(root.querySelectorAll('ruby'))) {
    const parts: Node[] = []
    let base: Node[] = []
    for (const child of Array.from(ruby.childNodes)) {
      const name = child.nodeName.toLowerCase()
      if (name === 'rp' || name === 'rtc') continue
      if (name !== 'rt') base.push(...(name === 'rb' ? Array.from(child.childNodes) : [child]))
      else {
        parts.push(...annotate(base, child.textContent ?? '', ruby.ownerDocument))
        base = []
      }
    }
    ruby.replaceWith(...parts, ...base)
  }
}

function annotate(base: readonly Node[], typed: string, page: Document): readonly Node[] {
  const text = readRubyText(typed)
  const said = base.map(({ textContent }) => textContent ?? '').join('')
  if (text === undefined || said.trim() === '') return base
  const stretch = page.createElement('span')
  stretch.className = 'ruby'
  stretch.dataset['mark'] = newId('m')
  stretch.dataset['ruby'] = text
  stretch.append(...base)
  return [stretch]
}
