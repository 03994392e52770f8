import type { Node } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import { Transform } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import type { Asset } from '../../engine/document/asset'
import { jsonSchema } from '../../engine/document/json'
import type { DeskContext } from '../desk/desk-context'
import { tellError } from '../desk/notices'
import { uploadPicture } from './add-picture'
import { addAssets, type BodySession, NEW_ASSETS, readBody } from './body-session'
import { placeForBlock } from './block-commands'
import { makeFigure } from './figure-commands'
import { addPlaceholder, findPlaceholder, removePlaceholder } from './placeholders'
import { repair } from './repair-body'

/** Where pictures are brought to. */
export interface PictureTarget {
  readonly desk: DeskContext
  readonly storyId: string
  readonly view: EditorView
  readonly session: BodySession
  /** Says how many of the pictures have come. */
  progress(done: number, total: number): string
}

/** What comes into the text with pictures. */
export interface BroughtBlocks {
  /** The blocks, given the assets of the files in order, `undefined` for those refused. */
  make(assets: readonly (Asset | undefined)[]): readonly Node[]
  /** Puts them in at a place. */
  put(tr: Transaction, at: number, blocks: readonly Node[]): Transaction
}

/**
 * Brings pictures to the host and then into the text, all in one change that can be undone. Until
 * they have come something holds their place. What is wrong with one is told; the others come.
 */
export async function bringPictures(
  target: PictureTarget,
  files: readonly File[],
  at: number,
  { make, put }: BroughtBlocks,
): Promise<void> {
  const { desk, storyId, view, session } = target
  const id = {}
  const dom = document.createElement('div')
  dom.className = 'placeholder'
  dom.setAttribute('role', 'status')
  dom.textContent = target.progress(0, files.length)
  session.whenIdle(() => {
    if (!view.isDestroyed) view.dispatch(addPlaceholder(view.state, { id, dom }, at))
  })
  const assets: (Asset | undefined)[] = []
  for (const file of files) {
    assets.push(await upload(desk, file))
    dom.textContent = target.progress(assets.length, files.length)
  }
  const found = assets.filter((asset) => asset !== undefined)
  if (view.isDestroyed) {
    append(desk, storyId, make(assets), found)
    return
  }
  session.whenIdle(() => {
    const { state } = view
    const place = findPlaceholder(state, id) ?? placeForBlock(state.selection.$from)
    const tr = put(removePlaceholder(state, id), place, make(assets))
    view.dispatch(tr.setMeta(NEW_ASSETS, found))
  })
}

/** Figures one after the other, the cursor in the caption of the first. */
export const figuresAlone: BroughtBlocks = {
  make: (assets) => assets.flatMap((asset) => (asset === undefined ? [] : [makeFigure(asset.id)])),
  put: (tr, at, figures) => {
    if (figures.length === 0) return tr
    tr.insert(at, figures)
    return tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView()
  },
}

async function upload(desk: DeskContext, file: File): Promise<Asset | undefined> {
  try {
    return await uploadPicture(desk, file)
  } catch (error) {
    tellError(error)
    return undefined
  }
}

/** Where nobody has the story before them any more, what was brought goes to its end. */
function append(
  { open, attempt }: DeskContext,
  storyId: string,
  blocks: readonly Node[],
  assets: readonly Asset[],
): void {
  if (blocks.length === 0 || open.content.value.issue.records.stories[storyId] === undefined) return
  const body = readBody(open, storyId)
  const { steps } = repair(new Transform(body).insert(body.content.size, blocks))
  const edit = steps.map((step) => jsonSchema.parse(step.toJSON()))
  void attempt(() => {
    open.execute([...addAssets(open, assets), { type: 'editStory', id: storyId, steps: edit }], {
      storyId,
    })
  })
}
