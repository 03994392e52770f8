interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * A line that two changed at the same time: what `mine` made of `base` is made of `theirs`. Where
 * both changed the same characters, mine come after theirs.
 */
export function mergeLines(base: string, mine: string, theirs: string): string {
  if (theirs === base) return mine
  const own = changeBetween(base, mine)
  const other = changeBetween(base, theirs)
  const shift = other.text.length - (other.to - other.from)
  const end = other.from + other.text.length
  const after = (at: number): number => (at >= other.to ? at + shift : end)
  const from = own.from < other.from ? own.from : after(own.from)
  const to = own.to <= other.from ? Math.max(from, own.to) : Math.max(from, after(own.to))
  return theirs.slice(0, from) + own.text + theirs.slice(to)
}

/** The one stretch in which two lines differ, as short as can be. */
function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from += 1
  let same = 0
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same += 1
  return { from, to: before.length - same, text: after.slice(from, after.length - same) }
}
