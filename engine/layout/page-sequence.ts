import type { Template } from '../document/template'
import type { ParentPage } from '../document/template-parents'

/** The parent page of the page at an index among so many. */
export function parentOf(template: Template, index: number, count: number): ParentPage {
  const name = parentNameOf(template, index, count)
  const parent = template.parents[name]
  if (parent === undefined) throw new RangeError(`no parent page ${name}`)
  return parent
}

/** Its name: the first and the last page of a sequence have their own, and one that is both. */
export function parentNameOf(template: Template, index: number, count: number): string {
  const { first, inside, last, only } = template.sequence
  if (index === 0) return count === 1 ? (only ?? first) : first
  if (index === count - 1) return last
  return inside[Math.min(index, inside.length) - 1] ?? last
}

/** Index of the first among so many pages that has a parent; `undefined` where none has. */
export function pageOfParent(template: Template, name: string, count: number): number | undefined {
  const different = Math.min(count, template.sequence.inside.length + 1)
  for (let index = 0; index < different; index += 1) {
    if (parentNameOf(template, index, count) === name) return index
  }
  return count > 0 && parentNameOf(template, count - 1, count) === name ? count - 1 : undefined
}

/**
 * The fewest pages among which each of some parents has one. A parent that no page can have asks
 * for none.
 */
export function leastPagesFor(template: Template, parents: readonly string[]): number {
  const { inside, maximumPages } = template.sequence
  const most = Math.min(maximumPages, inside.length + 2)
  let least = 1
  let found = 0
  for (let count = 1; count <= most; count += 1) {
    const having = parents.filter((name) => pageOfParent(template, name, count) !== undefined)
    if (having.length <= found) continue
    found = having.length
    least = count
  }
  return least
}

/** The lines of the type area that text flows through on a page. */
export interface MainLines {
  readonly firstLine: number
  readonly lines: number
}

/**
 * The main frame of the page at an index among so many. What is overset is shown on pages behind
 * the last one allowed: where those would have no main frame, they are nothing else.
 */
export function mainOf(template: Template, index: number, count: number): MainLines {
  const { main } = parentOf(template, index, count)
  if (index < template.sequence.maximumPages || main.lines > 0) return main
  return { firstLine: 0, lines: template.page.typeArea.lines }
}
