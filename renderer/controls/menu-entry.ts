/** A line of a menu that does something. */
export interface MenuAction {
  readonly kind: 'action'
  readonly name: string
  /** The keys that do the same, as they are shown. */
  readonly keys?: string | undefined
  readonly isDisabled?: boolean
  run(): void
}

/** One thing of several, in a menu of its own. */
export interface MenuChoice {
  readonly kind: 'choice'
  readonly name: string
  readonly chosen: string
  readonly options: readonly { readonly value: string; readonly name: string }[]
  choose(value: string): void
}

/** Actions in a menu of their own. */
export interface MenuGroup {
  readonly kind: 'group'
  readonly name: string
  readonly actions: readonly MenuAction[]
}

/** What a menu consists of, from top to bottom. */
export type MenuEntry = MenuAction | MenuChoice | MenuGroup | { readonly kind: 'line' }
