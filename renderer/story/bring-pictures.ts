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

/** Where pictures are brought to. */
export interface PictureTarget {
  readonly desk: DeskContext
  readonly storyId: string
  readonly view: EditorView
  readonly session: BodySession
  /** Says how many of the pictures have come. */
  progress(done: number, total: number): string
}

/** What is put into the text: given the assets of the files in order, `undefined` for the refused. */
export type PutPictures = (
  tr: Transaction,
  at: number,
  assets: readonly (Asset | undefined)[],
) => Transaction

/**
 * Brings pictures to the host and then into the text, all in one change that can be undone. Until
 * they have come something holds their place. What is wrong with one is told; the others come.
 */
export async function bringPictures(
  target: PictureTarget,
  files: readonly File[],
  at: number,
  put: PutPictures,
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
    appendFigures(desk, storyId, found)
    return
  }
  session.whenIdle(() => {
    const { state } = view
    const place = findPlaceholder(state, id) ?? placeForBlock(state.selection.$from)
    const tr = put(removePlaceholder(state, id), place, assets)
    view.dispatch(tr.setMeta(NEW_ASSETS, found))
  })
}

/** Figures one after the other, the cursor in the caption of the first. */
export const putFigures: PutPictures = (tr, at, assets) => {
  const figures = assets.flatMap((asset) => (asset === undefined ? [] : [makeFigure(asset.id)]))
  if (figures.length === 0) return tr
  tr.insert(at, figures)
  return tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView()
}

async function upload(desk: DeskContext, file: File): Promise<Asset | undefined> {
  try {
    return await uploadPicture(desk, file)
  } catch (error) {
    tellError(error)
    return undefined
  }
}

/** Where nobody has the story before them any more the pictures go to its end. */
function appendFigures(
  { open, attempt }: DeskContext,
  storyId: string,
  assets: readonly Asset[],
): void {
  if (assets.length === 0 || open.content.value.issue.records.stories[storyId] === undefined) return
  const body = readBody(open, storyId)
  const { steps } = new Transform(body).insert(
    body.content.size,
    assets.map(({ id }) => makeFigure(id)),
  )
  const edit = steps.map((step) => jsonSchema.parse(step.toJSON()))
  void attempt(() => {
    open.execute([...addAssets(open, assets), { type: 'editStory', id: storyId, steps: edit }], {
      storyId,
    })
  })
}
