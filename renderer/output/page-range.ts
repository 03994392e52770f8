import type { ComposedPage } from '../../engine/layout/page'

/**
 * The indices of pages that a person names by their folios, such as `1-4, 6`; `undefined` where
 * that names no page, or one that is not there.
 */
export function parsePageRange(
  text: string,
  pages: readonly ComposedPage[],
): readonly number[] | undefined {
  const indices = new Set<number>()
  for (const part of text.split(/[,，、;；\s]+/).filter((each) => each !== '')) {
    const match = /^(\d{1,5})(?:[-–—~～](\d{1,5}))?$/.exec(part)
    const first = Number(match?.[1])
    const last = Number(match?.[2] ?? match?.[1])
    const named = pages.filter(({ folio }) => folio >= first && folio <= last)
    if (match === null || named.length !== last - first + 1) return undefined
    for (const { index } of named) indices.add(index)
  }
  return indices.size === 0 ? undefined : [...indices].sort((a, b) => a - b)
}

/** Pages by their folios, those in a row as one: `1–4, 6`; `dash` joins their ends. */
export function namePageRange(
  indices: readonly number[],
  pages: readonly ComposedPage[],
  separator: string,
  dash = '–',
): string {
  const runs: [first: number, last: number][] = []
  for (const folio of indices.flatMap((index) => pages[index]?.folio ?? [])) {
    const run = runs.at(-1)
    if (run?.[1] === folio - 1) run[1] = folio
    else runs.push([folio, folio])
  }
  return runs
    .map(([first, last]) =>
      first === last ? String(first) : `${String(first)}${dash}${String(last)}`,
    )
    .join(separator)
}
