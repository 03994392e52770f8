import { Menu } from 'electron'
import { type MenuActions, menuBar, type MenuContent } from './menu'

/** What changes about the menus of a running app. */
export type ShownMenu = Pick<MenuContent, 'language' | 'commands' | 'recent'>

/** The menu bar of the app; made anew only when it has other entries. */
export class MenuBar {
  readonly #hasTools: boolean
  readonly #actions: MenuActions
  #shape = ''

  constructor(hasTools: boolean, actions: MenuActions) {
    this.#hasTools = hasTools
    this.#actions = actions
  }

  show(shown: ShownMenu): void {
    const { commands, ...rest } = shown
    const shape = JSON.stringify([rest, commands.map((each) => ({ ...each, isDisabled: false }))])
    const menu = Menu.getApplicationMenu()
    if (menu !== null && shape === this.#shape) {
      for (const { key, isDisabled } of commands) {
        const item = menu.getMenuItemById(key)
        if (item !== null) item.enabled = !isDisabled
      }
      return
    }
    this.#shape = shape
    const content = { ...shown, platform: process.platform, hasTools: this.#hasTools }
    Menu.setApplicationMenu(Menu.buildFromTemplate([...menuBar(content, this.#actions)]))
  }
}
