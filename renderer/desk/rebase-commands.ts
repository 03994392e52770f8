import { Step, Transform } from 'prosemirror-transform'
import { apply, type Command } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import { jsonSchema } from '../../engine/document/json'
import { editorSchema } from '../story/editor-schema'
import { rebaseSteps, stepBetween } from '../story/rebase-steps'

/** What others made of a document meanwhile. */
export interface Theirs {
  readonly document: Document
  /** How they made it, in order; `null` where not all of that was heard. */
  readonly commands: readonly Command[] | null
}

/** Work of one's own as it is done on top of what others made. */
export interface RebasedWork {
  readonly document: Document
  /** What is left of each batch, and what takes it back; see `Batch`. */
  readonly batches: readonly {
    readonly commands: readonly Command[]
    readonly inverse: readonly Command[]
  }[]
  /** Why some of it could not be done any more. */
  readonly faults: readonly unknown[]
}

type EditStory = Extract<Command, { readonly type: 'editStory' }>

/**
 * Does batches of commands that were made on `base` on what others made of it meanwhile: what was
 * typed goes where it now belongs, and whatever they leave no room for is left out.
 */
export function rebaseCommands(
  mine: readonly (readonly Command[])[],
  base: Document,
  theirs: Theirs,
): RebasedWork {
  const edits = editsOf(mine.flat())
  const moved = new Set<string>()
  const faults: unknown[] = []
  let { document } = theirs
  const move = (command: Command): Command | undefined => {
    if (command.type !== 'editStory' || !canMove(command.id, base, theirs)) return command
    const { id } = command
    // All that was typed into a story is moved together, and done where the first of it was.
    if (moved.has(id)) return undefined
    moved.add(id)
    const own = edits.filter((each) => each.id === id)
    return moveEdits(own, base, theirs)
  }
  const batches = mine.map((batch) => {
    const commands: Command[] = []
    const inverse: Command[] = []
    for (const command of singlesOf(batch)) {
      const next = move(command)
      if (next === undefined) continue
      try {
        const applied = apply(document, next)
        document = applied.document
        commands.push(next)
        inverse.unshift(applied.inverse)
      } catch (error) {
        faults.push(error)
      }
    }
    return { commands, inverse }
  })
  return { document, batches: batches.filter(({ commands }) => commands.length > 0), faults }
}

function singlesOf(commands: readonly Command[]): readonly Command[] {
  return commands.flatMap((each) => (each.type === 'batch' ? each.commands : [each]))
}

const bodyIn = ({ issue }: Document, id: string) => {
  const story = issue.records.stories[id]
  return story === undefined ? undefined : editorSchema.nodeFromJSON(story.body)
}

function canMove(id: string, base: Document, { document }: Theirs): boolean {
  const { stories } = document.issue.records
  return base.issue.records.stories[id] !== undefined && stories[id] !== undefined
}

function moveEdits(
  edits: readonly EditStory[],
  base: Document,
  { document, commands }: Theirs,
): EditStory | undefined {
  const [first] = edits
  const before = first === undefined ? undefined : bodyIn(base, first.id)
  const after = first === undefined ? undefined : bodyIn(document, first.id)
  if (first === undefined || before === undefined || after === undefined) return undefined
  const mine = stepsOf(edits)
  const typed = mine.reduce((tr, step) => tr.step(step), new Transform(before))
  const whole = stepBetween(before, after)
  const heard =
    commands === null ? null : stepsOf(editsOf(commands).filter(({ id }) => id === first.id))
  const isExact = heard !== null && leadsTo(before, after, heard)
  const theirs = isExact ? heard : whole === undefined ? [] : [whole]
  const { mine: kept } = rebaseSteps(new Transform(typed.doc), before, mine, theirs)
  if (kept.length === 0) return undefined
  return { ...first, steps: kept.map((step) => jsonSchema.parse(step.toJSON())) }
}

function editsOf(commands: readonly Command[]): readonly EditStory[] {
  return singlesOf(commands).filter((each): each is EditStory => each.type === 'editStory')
}

function stepsOf(edits: readonly EditStory[]): readonly Step[] {
  return edits.flatMap(({ steps }) => steps.map((step) => Step.fromJSON(editorSchema, step)))
}

function leadsTo(
  before: Transform['doc'],
  after: Transform['doc'],
  steps: readonly Step[],
): boolean {
  const tr = new Transform(before)
  return steps.every((step) => tr.maybeStep(step).failed === null) && tr.doc.eq(after)
}
