/**
 * The moments of the desk that `npm run bench` hears of: a change is handed to the composer, its
 * pages are here, a page is painted. `job` is which composing it was.
 */
export interface Moments {
  readonly 'pages-asked': { readonly job: number }
  readonly 'pages-shown': { readonly job: number; readonly tookMs: number }
  readonly 'page-painted': { readonly index: number }
}

/** What the first moment of a name is called, which is kept beside the last. */
export const firstOf = (name: keyof Moments): string => `first-${name}`

/** Marks a moment for who measures (User Timing); of each name the first and the last are kept. */
export function markMoment<Name extends keyof Moments>(name: Name, detail: Moments[Name]): void {
  const first = firstOf(name)
  if (performance.getEntriesByName(first).length === 0) performance.mark(first)
  performance.clearMarks(name)
  performance.mark(name, { detail })
}
