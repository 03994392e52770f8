/**
 * The moments of the desk that `npm run bench` hears of: a change is handed to the composer, its
 * pages are here, a page is painted. `job` is which composing it was.
 */
export interface Moments {
  readonly 'pages-asked': { readonly job: number }
  readonly 'pages-shown': { readonly job: number; readonly tookMs: number }
  readonly 'page-painted': { readonly index: number }
}

/** Marks a moment for who measures (User Timing); of each name the last alone is kept. */
export function markMoment<Name extends keyof Moments>(name: Name, detail: Moments[Name]): void {
  performance.clearMarks(name)
  performance.mark(name, { detail })
}
