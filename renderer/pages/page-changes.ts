import type { ComposedPage } from '../../engine/layout/page'

/** Remembers the pages that the desk has been sent, so that it is sent only those that changed. */
export class PageChanges {
  #pages: readonly ComposedPage[] = []
  readonly #json = new WeakMap<ComposedPage, string>()

  /** The JSON of all pages, as their hash is taken of it. */
  get json(): string {
    return `[${this.#pages.map((page) => this.#jsonOf(page)).join(',')}]`
  }

  /** The pages with `null` for those that are what they were: the very same objects. */
  of(pages: readonly ComposedPage[]): readonly (ComposedPage | null)[] {
    const before = this.#pages
    this.#pages = pages
    return pages.map((page, index) => (page === before[index] ? null : page))
  }

  #jsonOf(page: ComposedPage): string {
    const json = this.#json.get(page) ?? JSON.stringify(page)
    this.#json.set(page, json)
    return json
  }
}
