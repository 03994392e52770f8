import type { Node } from 'prosemirror-model'
import { type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { ReplaceStep, Step } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import type { Asset } from '../../engine/document/asset'
import type { Command } from '../../engine/document/command'
import { jsonSchema } from '../../engine/document/json'
import { ANOTHER_DESK, type OpenDocument } from '../desk/open-document'
import { editorSchema } from './editor-schema'
import { rebaseSteps, stepBetween } from './rebase-steps'
import { FOLLOWED } from './repair-body'

/** Meta of a transaction: the assets of pictures that it puts into the text. */
export const NEW_ASSETS = 'new-assets'

/** How long after a composition the editor may still be reading what came of it. */
const COMPOSED_MS = 60

/** What a session needs of its editor and its desk. */
export interface BodySessionHost {
  readonly open: OpenDocument
  readonly storyId: string
  readonly view: EditorView
  /** Hears every state that the editor comes into. */
  onState(state: EditorState): void
  /** Tells a person what was refused. */
  onTrouble(error: unknown): void
}

/** The body of a story as the document has it, in the editor's schema. */
export function readBody({ content }: OpenDocument, storyId: string): Node {
  const story = content.value.issue.records.stories[storyId]
  return editorSchema.nodeFromJSON(story?.body ?? { type: 'doc' })
}

/**
 * Keeps the text in an editor and in the document the same. What a person does is handed over at
 * once; but while an input method composes, nothing is handed over, for it is no text yet, and
 * nothing that others do comes into the editor, for nothing may touch what is being composed.
 */
export class BodySession {
  readonly #host: BodySessionHost
  /** The text that the document has, as far as this editor knows. */
  #base: Node
  #held: readonly Step[] = []
  #heldAssets: readonly Asset[] = []
  #isTyping = true
  /** What others did since. */
  #theirs: readonly Step[] = []
  #showPlace = false
  #isComposing = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #waiting: (() => void)[] = []

  constructor(host: BodySessionHost) {
    this.#host = host
    this.#base = host.view.state.doc
  }

  /** Takes a transaction of the editor. */
  dispatch(transaction: Transaction): void {
    const { view, onState } = this.#host
    const { state, transactions } = view.state.applyTransaction(transaction)
    view.updateState(state)
    for (const each of transactions) {
      this.#held = [...this.#held, ...each.steps]
      this.#heldAssets = [...this.#heldAssets, ...assetsOf(each)]
    }
    this.#isTyping &&= isTyping(transaction)
    if (!this.#isComposing) this.#settle()
    onState(state)
  }

  /** Hands over what is held, before something else is done with the document. */
  readonly flush = (): void => {
    if (!this.#host.view.composing) this.#finishComposition()
    else if (this.#theirs.length === 0) this.#handOver()
  }

  /** Hears what was done to the document. */
  readonly hear = (commands: readonly Command[] | null, origin?: object): void => {
    if (origin === this) return
    const steps = commands === null ? this.#stepsToTruth() : this.#stepsOf(commands)
    if (steps.length === 0) return
    this.#theirs = [...this.#theirs, ...steps]
    this.#showPlace = origin !== ANOTHER_DESK && commands !== null
    if (!this.#isComposing) this.#settle()
  }

  beginComposition(): void {
    this.flush()
    clearTimeout(this.#timer)
    this.#isComposing = true
  }

  endComposition(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      if (!this.#host.view.composing) this.#finishComposition()
    }, COMPOSED_MS)
  }

  /** Does something with the text as soon as nobody is composing. */
  whenIdle(work: () => void): void {
    if (this.#isComposing) this.#waiting.push(work)
    else work()
  }

  dispose(): void {
    this.#finishComposition()
  }

  #finishComposition(): void {
    clearTimeout(this.#timer)
    this.#isComposing = false
    this.#settle()
    const waiting = this.#waiting
    this.#waiting = []
    for (const each of waiting) each()
  }

  #settle(): void {
    if (this.#theirs.length > 0) this.#takeTheirs()
    this.#handOver()
  }

  #handOver(): void {
    if (this.#held.length === 0) return
    const { open, storyId, view, onTrouble } = this.#host
    const steps = this.#held.map((step) => jsonSchema.parse(step.toJSON()))
    const commands: readonly Command[] = [
      ...addAssets(open, this.#heldAssets),
      { type: 'editStory', id: storyId, steps },
    ]
    const mergeKey = this.#isTyping ? { mergeKey: `text ${storyId}` } : {}
    this.#forgetHeld()
    this.#base = view.state.doc
    try {
      open.execute(commands, { ...mergeKey, storyId, origin: this })
    } catch (error) {
      this.#reset()
      onTrouble(error)
    }
  }

  #takeTheirs(): void {
    const { view, onState } = this.#host
    const { tr, selection } = view.state
    const theirs = this.#theirs
    this.#theirs = []
    try {
      const { mine, mapping } = rebaseSteps(tr, this.#base, this.#held, theirs)
      this.#base = theirs.reduce((doc, step) => step.apply(doc).doc ?? doc, this.#base)
      this.#held = mine
      if (selection instanceof TextSelection) {
        const place = (at: number) => tr.doc.resolve(mapping.map(at))
        tr.setSelection(TextSelection.between(place(selection.anchor), place(selection.head)))
      }
      if (this.#showPlace) showEnd(tr)
      view.updateState(view.state.applyTransaction(tr.setMeta(FOLLOWED, true)).state)
    } catch {
      this.#reset()
    }
    onState(view.state)
  }

  /** Shows the text as the document has it, whatever is held. */
  #reset(): void {
    const { view, open, storyId } = this.#host
    this.#forgetHeld()
    this.#theirs = []
    this.#base = readBody(open, storyId)
    const { tr, doc, selection } = view.state
    tr.replaceWith(0, doc.content.size, this.#base.content)
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(selection.head, tr.doc.content.size))))
    view.updateState(view.state.applyTransaction(tr.setMeta(FOLLOWED, true)).state)
  }

  #forgetHeld(): void {
    this.#held = []
    this.#heldAssets = []
    this.#isTyping = true
  }

  #stepsOf(commands: readonly Command[]): readonly Step[] {
    return commands
      .flatMap((command) => (command.type === 'batch' ? command.commands : [command]))
      .flatMap((command) =>
        command.type === 'editStory' && command.id === this.#host.storyId ? command.steps : [],
      )
      .map((step) => Step.fromJSON(editorSchema, step))
  }

  #stepsToTruth(): readonly Step[] {
    const known = this.#theirs.reduce((doc, step) => step.apply(doc).doc ?? doc, this.#base)
    const step = stepBetween(known, readBody(this.#host.open, this.#host.storyId))
    return step === undefined ? [] : [step]
  }
}

/** The commands that make pictures part of an issue, those of them that are not yet. */
export function addAssets({ content }: OpenDocument, assets: readonly Asset[]): readonly Command[] {
  const { assets: known } = content.value.issue
  const added = new Map(assets.map((asset) => [asset.id, asset]))
  return [...added.values()]
    .filter(({ id }) => known[id] === undefined)
    .map((asset) => ({ type: 'addAsset', asset }))
}

function assetsOf(transaction: Transaction): readonly Asset[] {
  return (transaction.getMeta(NEW_ASSETS) as readonly Asset[] | undefined) ?? []
}

/** Whether a transaction is a stroke of typing, which belongs to the strokes around it. */
function isTyping({ steps, docs }: Transaction): boolean {
  return steps.every((step, index) => {
    if (!(step instanceof ReplaceStep)) return false
    const gone = docs[index]?.slice(step.from, step.to).content.content ?? []
    return [...gone, ...step.slice.content.content].every(({ isText }) => isText)
  })
}

function showEnd(tr: Transaction): void {
  let end = -1
  tr.mapping.maps.at(-1)?.forEach((_from, _to, _newFrom, newTo) => {
    end = newTo
  })
  if (end >= 0) tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1))
  tr.scrollIntoView()
}
