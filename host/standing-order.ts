/** What most people begin with. */
const FIRST = 'weekly'

/** Names of templates or samples as they are offered: the weekly, then the others by name. */
export function standingOrder(names: readonly string[]): readonly string[] {
  const rank = (name: string): string => (name === FIRST ? '' : name)
  return [...names].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}
