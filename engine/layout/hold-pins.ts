import type { Template } from '../document/template'
import type { BlockKey } from './block-key'
import { type PinFault, faultsOf } from './page-pins'
import type { PinnedFigure } from './pinned-figure'

/** What was made up with some figures pinned and the others in the text. */
interface MadeWithPins {
  readonly pins: readonly PinnedFigure[]
  /** How many pages are printed. */
  readonly count: number
}

/** The pins that hold, and why others do not. */
export interface HeldPins<Made> {
  readonly made: Made
  readonly pinFaults: ReadonlyMap<BlockKey, PinFault>
}

/**
 * Makes an issue up with the pins that hold: each turn lets go of those that do not, until all that
 * are left do. Then each that was let go for what is no longer so is pinned again, once and one at
 * a time, and stays where all hold with it. So it comes to an end: after two turns a pin at most.
 */
export function holdPins<Made extends MadeWithPins>(
  make: (unpinned: readonly BlockKey[]) => Made,
  template: Template,
): HeldPins<Made> {
  const faults = new Map<BlockKey, PinFault>()
  const attempt = () => {
    const made = make([...faults.keys()])
    return { made, found: faultsOf(made.pins, template, made.count) }
  }
  const first = attempt()
  let { made, found } = first
  while (found.size > 0) {
    for (const [key, fault] of found) faults.set(key, fault)
    ;({ made, found } = attempt())
  }
  /** What is wrong with a pin, were it on the pages that are made. */
  const faultNow = (key: BlockKey): PinFault | undefined => {
    const pins = first.made.pins.filter((pinned) => pinned.key === key || !faults.has(pinned.key))
    return faultsOf(pins, template, made.count).get(key)
  }
  for (const [key, fault] of [...faults]) {
    if (faultNow(key) !== undefined) continue
    faults.delete(key)
    const again = attempt()
    if (again.found.size === 0) made = again.made
    else faults.set(key, again.found.get(key) ?? faultBeside(key, again.found, fault))
  }
  for (const key of faults.keys()) {
    const fault = faultNow(key)
    if (fault !== undefined) faults.set(key, fault)
  }
  return { made, pinFaults: faults }
}

/** Why a figure is not pinned that would have others not hold: one of them stands in its way. */
function faultBeside(
  key: BlockKey,
  found: ReadonlyMap<BlockKey, PinFault>,
  otherwise: PinFault,
): PinFault {
  for (const [other, fault] of found) {
    if (fault.kind === 'collides' && fault.with === key) return { kind: 'collides', with: other }
  }
  const [displaced] = found.keys()
  return displaced === undefined ? otherwise : { kind: 'displaces', with: displaced }
}
