import type { MenuItemConstructorOptions } from 'electron'
import type { WindowDescription } from '../bridge/window-description'
import type { Language } from '../engine/document/message'
import { acceleratorOf } from './accelerator'
import { words } from './words'

/** What a menu bar is made of. */
export interface MenuContent {
  readonly platform: NodeJS.Platform
  readonly language: Language
  /** Of the window in front; none when there is no window. */
  readonly commands: WindowDescription['commands']
  /** Files opened before, the latest first. */
  readonly recent: readonly { readonly name: string; readonly path: string }[]
  readonly hasTools: boolean
}

/** What is done when something is chosen. */
export interface MenuActions {
  command(key: string): void
  openFile(path: string): void
  openWindow(): void
  closeWindow(): void
  about(): void
}

type Item = MenuItemConstructorOptions

/** Between groups of entries. */
const LINE: Item = { type: 'separator' }
const MOST_RECENT = 10

/** The menu bar of the system: what the desk can be told to do, and what systems have besides. */
export function menuBar(content: MenuContent, actions: MenuActions): readonly Item[] {
  const { platform, language, hasTools } = content
  const isMac = platform === 'darwin'
  const say = (word: keyof typeof words): string => words[word][language]
  const role = (word: keyof typeof words, name: Item['role']): Item => ({
    label: say(word),
    ...(name === undefined ? {} : { role: name }),
  })
  const about: Item = { id: 'about', label: say('about'), click: actions.about }
  const command = (key: string): Item[] => commandItem(content, actions, key)
  const groups = (...all: readonly (readonly Item[])[]): Item[] =>
    all
      .filter((group) => group.length > 0)
      .flatMap((group, at) => (at > 0 ? [LINE, ...group] : group))

  return [
    ...(isMac
      ? [
          {
            label: say('app'),
            submenu: groups(
              [about],
              [role('services', 'services')],
              [role('hide', 'hide'), role('hideOthers', 'hideOthers'), role('showAll', 'unhide')],
              [role('quit', 'quit')],
            ),
          },
        ]
      : []),
    {
      id: 'file',
      label: say('file'),
      submenu: groups(
        [
          ...command('new'),
          { id: 'newWindow', label: say('newWindow'), click: actions.openWindow },
          ...command('open'),
          recentItem(content, actions),
        ],
        [...command('save'), ...command('saveAs')],
        [...command('details'), ...command('export')],
        [
          ...command('close'),
          {
            id: 'closeWindow',
            label: say('closeWindow'),
            accelerator: 'CmdOrCtrl+W',
            click: actions.closeWindow,
          },
        ],
        isMac ? [] : [{ ...role('quit', 'quit'), accelerator: 'CmdOrCtrl+Q' }],
      ),
    },
    {
      id: 'edit',
      label: say('edit'),
      submenu: groups(
        [...command('undo'), ...command('redo')],
        [
          role('cut', 'cut'),
          role('copy', 'copy'),
          role('paste', 'paste'),
          role('pastePlain', 'pasteAndMatchStyle'),
          role('selectAll', 'selectAll'),
        ],
        [...command('find'), ...command('replace')],
        [...command('addSection'), ...command('addStory')],
      ),
    },
    {
      id: 'view',
      label: say('view'),
      submenu: groups(
        ['write', 'layout', 'check', 'output'].flatMap(command),
        ['spreads', 'guides', 'marks'].flatMap(command),
        ['width', 'page', 'full'].flatMap(command),
        [...command('language')],
        [
          role('fullScreen', 'togglefullscreen'),
          ...(hasTools ? [role('tools', 'toggleDevTools')] : []),
        ],
      ),
    },
    {
      label: say('window'),
      role: 'window',
      submenu: groups(
        [role('minimize', 'minimize'), ...(isMac ? [role('zoom', 'zoom')] : [])],
        isMac ? [role('front', 'front')] : [],
      ),
    },
    {
      label: say('help'),
      role: 'help',
      submenu: groups([...command('palette'), ...command('keys')], isMac ? [] : [about]),
    },
  ]
}

function commandItem({ commands }: MenuContent, actions: MenuActions, key: string): Item[] {
  const found = commands.find((each) => each.key === key)
  if (found === undefined) return []
  const { name, shortcut, isDisabled } = found
  return [
    {
      id: key,
      label: name,
      enabled: !isDisabled,
      // The desk hears its keys itself; here they are only shown.
      ...(shortcut === null
        ? {}
        : { accelerator: acceleratorOf(shortcut), registerAccelerator: false }),
      click: () => {
        actions.command(key)
      },
    },
  ]
}

function recentItem({ recent, language }: MenuContent, actions: MenuActions): Item {
  return {
    id: 'recent',
    label: words.recent[language],
    enabled: recent.length > 0,
    submenu: recent.slice(0, MOST_RECENT).map(({ name, path }) => ({
      label: name,
      click: () => {
        actions.openFile(path)
      },
    })),
  }
}
