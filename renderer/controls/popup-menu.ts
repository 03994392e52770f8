import { inject, type InjectionKey, provide, ref, shallowRef } from 'vue'
import type { MenuEntry } from './menu-entry'

/** A menu that is asked for. */
export interface MenuCall {
  /** What it belongs to: shown as open as long as the menu is. */
  readonly key: string
  readonly label: string
  /** Its lines; read anew while it is open, so that it shows things as they are. */
  entries(): readonly MenuEntry[]
  /** What has the focus once it is closed, and what it opens under. */
  readonly opener: HTMLElement
  /** Where a pointer asked for it, in pixels of the window. */
  readonly point?: { readonly x: number; readonly y: number }
}

/** The one menu of a list, which opens wherever in the list it is asked for. */
export type PopupMenu = ReturnType<typeof providePopupMenu>

const KEY: InjectionKey<PopupMenu> = Symbol('popup menu')

/** Gives a menu to all rows below, which need none of their own. */
export function providePopupMenu() {
  const call = shallowRef<MenuCall | null>(null)
  const isOpen = ref(false)
  const popup = {
    call,
    isOpen,
    isOpenFor: (key: string): boolean => isOpen.value && call.value?.key === key,
    open: (wanted: MenuCall): void => {
      call.value = wanted
      isOpen.value = true
    },
    /** Opens it, or closes it where the same opener has opened it. */
    toggle: (wanted: MenuCall): void => {
      if (isOpen.value && call.value?.opener === wanted.opener) isOpen.value = false
      else popup.open(wanted)
    },
  }
  provide(KEY, popup)
  return popup
}

/** The menu of the list that a row is in. */
export function usePopupMenu(): PopupMenu {
  const popup = inject(KEY)
  if (popup === undefined) throw new Error('There is no menu above this row')
  return popup
}

/** Where a pointer or a key asks for the menu of an element; keys have no point of their own. */
export function pointOf({ clientX, clientY }: MouseEvent): MenuCall['point'] & object {
  return { x: clientX, y: clientY }
}
