import type { ComposedPage } from '../../engine/layout/page'

/** Pages that lie side by side when the issue is open; one that lies alone is missing its mate. */
export interface Spread {
  readonly verso: ComposedPage | undefined
  readonly recto: ComposedPage | undefined
}

/** Pages in order as the spreads of a bound issue. */
export function spreadsOf(pages: readonly ComposedPage[]): readonly Spread[] {
  const spreads: Spread[] = []
  for (const page of pages) {
    const last = spreads.at(-1)
    if (page.side === 'verso') spreads.push({ verso: page, recto: undefined })
    else if (last?.verso !== undefined && last.recto === undefined) {
      spreads.splice(-1, 1, { verso: last.verso, recto: page })
    } else spreads.push({ verso: undefined, recto: page })
  }
  return spreads
}

/** The pages of a spread, from left to right. */
export function pagesOf({ verso, recto }: Spread): readonly ComposedPage[] {
  return [verso, recto].flatMap((page) => page ?? [])
}
