import { type BondLearner, createBondLearner } from './character-bonds'
import { type PartSetter, createPartSetter } from './issue-parts'
import { type MakeUpIssue, rememberMakeUps } from './make-up-memory'
import { type PageLayer, createPageLayer } from './page-layer'
import { PageShelf } from './page-shelf'
import { createShapeMaker } from './shape'
import type { Typesetter } from './typesetter'

/**
 * What composing an issue leaves behind, so that it is composed again in the time that its
 * changes take. It holds nothing that pages depend on: without it, they are the same.
 */
export interface IssueMemory {
  readonly bonds: BondLearner
  readonly setParts: PartSetter
  readonly makeUp: MakeUpIssue
  readonly layer: PageLayer
  readonly shelf: PageShelf
  /** Between two composes: lets go of what has long been of no use. */
  turn(): void
}

const memories = new WeakMap<Typesetter, IssueMemory>()

/** The memory that goes with a typesetter. */
export function memoryOf(typesetter: Typesetter): IssueMemory {
  const known = memories.get(typesetter)
  if (known !== undefined) return known
  const { template } = typesetter
  const shapes = createShapeMaker()
  const layer = createPageLayer(template.page.typeArea.leading)
  const shelf = new PageShelf()
  const bonds = createBondLearner()
  const memory: IssueMemory = {
    bonds,
    setParts: createPartSetter(typesetter, shapes),
    makeUp: rememberMakeUps(),
    layer,
    shelf,
    turn() {
      typesetter.turn()
      shapes.turn()
      layer.turn()
      shelf.turn()
      bonds.turn()
    },
  }
  memories.set(typesetter, memory)
  return memory
}
