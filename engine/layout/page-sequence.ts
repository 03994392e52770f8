import type { ParentPage } from '../document/template-furniture'
import type { Template } from '../document/template'

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
  return index === count - 1 ? last : inside
}
