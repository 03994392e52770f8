import type { Node, Slice } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { Asset } from '../../engine/document/asset'
import { BanxinError } from '../../engine/document/message'
import { isSafeLink } from '../../engine/document/story-schema'
import { tell, tellError } from '../desk/notices'
import { toFailure } from '../../bridge/failure'
import { cleanHtml, type CleanPage } from './clean-html'
import { editorParser, isClosed } from './editor-schema'
import { setLink } from './link-commands'
import { pasteBlocks } from './paste-blocks'
import { blocksOfText, tidyBlocks } from './pasted-blocks'
import { sortFiles } from './picture-files'

/** Blocks of a paste, given the assets of its pictures in order; `undefined` for one refused. */
export type MakeBlocks = (assets: readonly (Asset | undefined)[]) => readonly Node[]

/** What pasting needs of its editor. */
export interface PasteHost {
  /** Takes picture files in at the cursor. */
  takeFiles(files: readonly File[]): void
  /** Brings files to the host, then puts in place of the selection what is made of their assets. */
  bring(files: readonly File[], make: MakeBlocks): void
  /** Whether the issue has a picture. */
  hasAsset(id: string): boolean
}

/** More markup than this is no text that somebody wrote. */
const MOST_MARKUP = 60_000_000
/** Three times the longest issue. */
const MOST_CHARACTERS = 200_000
const MOST_BLOCKS = 5_000

/** What the editor itself has put on the clipboard. */
export function isOwnMarkup(html: string): boolean {
  return html.includes('data-pm-slice')
}

/**
 * Pastes what the clipboard holds: markup cleaned to what a story may hold, else pictures, else
 * lines of text. Gives whether there was anything to paste; `own` is what the editor copied itself.
 */
export function pasteInto(
  view: EditorView,
  data: DataTransfer,
  own: Slice,
  host: PasteHost,
): boolean {
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  const files = Array.from(data.files)
  if (isOwnMarkup(html)) return pasteOwn(view, own, host)
  if (html.length > MOST_MARKUP) {
    tellError(tooLarge())
    return true
  }
  const page = html === '' ? undefined : cleanHtml(html)
  if (page !== undefined && (page.root.textContent ?? '').trim() !== '') {
    pastePage(view, page, host)
    return true
  }
  if (files.length > 0) {
    host.takeFiles(files)
    return true
  }
  if (page !== undefined && page.pictures.length > 0) {
    pastePage(view, page, host)
    return true
  }
  return pasteText(view, text)
}

function pasteText(view: EditorView, text: string): boolean {
  const { selection } = view.state
  const isLink = isSafeLink(text.trim()) && !selection.empty
  if (isLink && selection.$from.sameParent(selection.$to)) {
    return setLink(text.trim())(view.state, view.dispatch.bind(view))
  }
  put(view, blocksOfText(text))
  return text !== ''
}

/** What the editor copied, without pictures that are another issue's. */
function pasteOwn(view: EditorView, slice: Slice, { hasAsset }: PasteHost): boolean {
  const blocks = slice.content.content
  const foreign = blocks.filter((block) => assetsOf(block).some((id) => !hasAsset(id)))
  if (foreign.length > 0) {
    tellLost(foreign.length)
    put(view, tidyBlocks(blocks.filter((block) => !foreign.includes(block))))
    return true
  }
  const { $from } = view.state.selection
  if (isTooLarge(blocks)) {
    tellError(tooLarge())
    return true
  }
  if (!isClosed($from.parent) || blocks.every(({ isInline }) => isInline)) return false
  put(view, blocks)
  return true
}

function pastePage(view: EditorView, page: CleanPage, host: PasteHost): void {
  const files = page.pictures.map(readPicture)
  const { refusal } = sortFiles(files)
  if (refusal !== undefined) {
    tellError(refusal)
    return
  }
  if (page.lostPictures > 0) tellLost(page.lostPictures)
  if (files.length === 0) {
    put(view, tidyBlocks(readBlocks(page.root)))
    return
  }
  if (isTooLarge(readBlocks(page.root))) {
    tellError(tooLarge())
    return
  }
  host.bring(files, (assets) => {
    assets.forEach((asset, index) => {
      const figure = page.root.querySelector<HTMLElement>(`[data-picture="${String(index)}"]`)
      if (figure === null) return
      const said = { asset: asset?.id, alt: figure.dataset['alt'] ?? '' }
      if (asset !== undefined) figure.dataset['block'] = JSON.stringify(said)
    })
    return tidyBlocks(readBlocks(page.root))
  })
}

function readBlocks(root: HTMLElement): readonly Node[] {
  return editorParser.parse(root).content.content
}

function isTooLarge(blocks: readonly Node[]): boolean {
  const characters = blocks.reduce((sum, { textContent }) => sum + textContent.length, 0)
  return characters > MOST_CHARACTERS || blocks.length > MOST_BLOCKS
}

function put(view: EditorView, blocks: readonly Node[]): void {
  if (isTooLarge(blocks)) tellError(tooLarge())
  else view.dispatch(pasteBlocks(view.state.tr, blocks).setMeta('uiEvent', 'paste'))
}

function assetsOf(block: Node): readonly string[] {
  const found: string[] = []
  const note = (node: Node): void => {
    const asset = String(node.attrs['asset'] ?? '')
    if (asset !== '') found.push(asset)
  }
  note(block)
  block.descendants(note)
  return found
}

function readPicture(address: string, index: number): File {
  const comma = address.indexOf(',')
  const type = /^data:image\/png/i.test(address) ? 'image/png' : 'image/jpeg'
  const name = `pasted-${String(index + 1)}.${type === 'image/png' ? 'png' : 'jpg'}`
  try {
    const bytes = Uint8Array.from(atob(address.slice(comma + 1)), (each) => each.charCodeAt(0))
    return new File([bytes], name, { type })
  } catch {
    // The host says of a file without content what is wrong with it.
    return new File([], name, { type })
  }
}

function tellLost(count: number): void {
  const error = new BanxinError('pictures-not-pasted', {
    what: {
      zh: `有 ${String(count)} 张图片没有一起粘贴过来`,
      en: `${String(count)} pictures were not pasted with the text`,
    },
    where: '',
    mend: {
      zh: '请把它们存成 JPEG 或 PNG，再拖进正文',
      en: 'Save them as JPEG or PNG, then drop them into the text',
    },
  })
  tell(toFailure(error), 'note')
}

function tooLarge(): BanxinError {
  return new BanxinError('paste-too-large', {
    what: {
      zh: '剪贴板里的内容太多，没有粘贴',
      en: 'The clipboard holds too much; nothing was pasted',
    },
    where: '',
    mend: { zh: '请分几次复制粘贴', en: 'Copy and paste it in parts' },
  })
}
