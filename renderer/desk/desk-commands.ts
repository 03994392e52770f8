import {
  AlignCenterVertical,
  BookOpen,
  BookOpenText,
  CheckCheck,
  Columns2,
  FileDown,
  FilePlus2,
  FilePlus,
  Flag,
  FolderClosed,
  FolderOpen,
  Grid3x3,
  Keyboard,
  Languages,
  ListPlus,
  Maximize,
  MoveHorizontal,
  PenLine,
  Redo2,
  Replace,
  Save,
  SaveAll,
  Search,
  Settings2,
  Undo2,
} from '@lucide/vue'
import { type Component, computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useIssueActions } from '../issue/use-issue-actions'
import { setLanguage } from '../language/i18n'
import { useDesk } from './desk-context'
import { hasWindow } from './host-address'
import type { Shortcut } from './shortcuts'
import { MODES, type Mode, useUi } from './ui-store'

/** The kinds of commands, in the order in which they are listed. */
export const COMMAND_GROUPS = ['file', 'edit', 'view', 'help'] as const

/** Something that the desk can be told to do, wherever the focus is. */
export interface DeskCommand {
  readonly key: string
  readonly group: (typeof COMMAND_GROUPS)[number]
  readonly name: string
  readonly icon: Component
  /** The keys that do it; the first are those that are shown. */
  readonly shortcuts: readonly Shortcut[]
  readonly isDisabled: boolean
  run(): unknown
}

interface Extras {
  readonly shortcuts?: readonly Shortcut[]
  readonly isDisabled?: boolean
}

/** Browsers keep this key to themselves. */
export const NEW_SHORTCUTS: readonly Shortcut[] = hasWindow ? [{ key: 'n' }] : []

const MODE_ICONS: Readonly<Record<Mode, Component>> = {
  write: PenLine,
  layout: BookOpen,
  check: CheckCheck,
  output: FileDown,
}

/** All commands of the desk: the palette, the menus, the keys and the list of keys know no others. */
export function useDeskCommands(): ComputedRef<readonly DeskCommand[]> {
  const { t, locale } = useI18n()
  const { open, isReadOnly, template, files, save, saveAs, close, undo, redo } = useDesk()
  const ui = useUi()
  const issue = useIssueActions()

  const fileCommands = (): readonly DeskCommand[] => [
    command('file', 'new', t('file.new'), FilePlus2, files.create, { shortcuts: NEW_SHORTCUTS }),
    command('file', 'open', t('file.open'), FolderOpen, files.open, {
      shortcuts: [{ key: 'o' }],
    }),
    // What can only be read is saved elsewhere.
    command('file', 'save', t('file.save'), Save, isReadOnly.value ? saveAs : save, {
      shortcuts: [{ key: 's' }],
    }),
    command('file', 'saveAs', t('file.saveAs'), SaveAll, saveAs, {
      shortcuts: [{ key: 's', beside: 'shift' }],
    }),
    command('file', 'details', t('issue.details'), Settings2, () => (ui.detailsOpen = true)),
    command('file', 'export', t('top.export'), FileDown, () => (ui.mode = 'output'), {
      shortcuts: [{ key: 'p' }],
    }),
    command('file', 'close', t('file.close'), FolderClosed, close),
  ]

  const editCommands = (): readonly DeskCommand[] => [
    command('edit', 'undo', t('top.undo'), Undo2, undo, {
      shortcuts: [{ key: 'z' }],
      isDisabled: !open.canUndo.value,
    }),
    command('edit', 'redo', t('top.redo'), Redo2, redo, {
      shortcuts: [{ key: 'y' }, { key: 'z', beside: 'shift' }],
      isDisabled: !open.canRedo.value,
    }),
    command('edit', 'find', t('desk.find'), Search, () => ui.find(false), {
      shortcuts: [{ key: 'f' }],
      isDisabled: ui.storyId === null,
    }),
    command('edit', 'replace', t('desk.replace'), Replace, () => ui.find(true), {
      shortcuts: [{ key: 'h' }],
      isDisabled: ui.storyId === null,
    }),
    command('edit', 'addSection', t('desk.addSection'), ListPlus, () => issue.addSection(), {
      isDisabled: isReadOnly.value || template.value === null,
    }),
    command('edit', 'addStory', t('desk.addStory'), FilePlus, issue.addStoryHere, {
      isDisabled: isReadOnly.value || open.content.value.issue.sections.length === 0,
    }),
  ]

  const viewCommands = (): readonly DeskCommand[] => [
    ...MODES.map((mode, index) =>
      command('view', mode, t(`mode.${mode}`), MODE_ICONS[mode], () => (ui.mode = mode), {
        shortcuts: [{ key: String(index + 1) }],
      }),
    ),
    command('view', 'spreads', t('pages.spreads'), Columns2, () => (ui.spreads = !ui.spreads)),
    command('view', 'guides', t('pages.guides'), Grid3x3, () => (ui.guides = !ui.guides)),
    command('view', 'marks', t('pages.marks'), Flag, () => (ui.marks = ui.marks !== true)),
    command('view', 'width', t('pages.fit'), MoveHorizontal, () => (ui.zoom = 'width')),
    command('view', 'page', t('pages.fitPage'), Maximize, () => (ui.zoom = 'page')),
    command('view', 'full', t('desk.full'), AlignCenterVertical, () => (ui.zoom = 1)),
    command('view', 'language', t('bar.languageLabel'), Languages, () => {
      setLanguage(locale.value === 'zh' ? 'en' : 'zh')
    }),
  ]

  const helpCommands = (): readonly DeskCommand[] => [
    command('help', 'palette', t('top.palette'), BookOpenText, () => (ui.paletteOpen = true), {
      shortcuts: [{ key: 'k' }],
    }),
    command('help', 'keys', t('keys.title'), Keyboard, () => (ui.keysOpen = true), {
      shortcuts: [{ key: 'F1', beside: 'alone' }, { key: '/' }],
    }),
  ]

  return computed(() => [
    ...fileCommands(),
    ...editCommands(),
    ...viewCommands(),
    ...helpCommands(),
  ])
}

/** A command of the desk. */
export function command(
  group: DeskCommand['group'],
  key: string,
  name: string,
  icon: Component,
  run: () => unknown,
  { shortcuts = [], isDisabled = false }: Extras = {},
): DeskCommand {
  return { group, key, name, icon, shortcuts, isDisabled, run }
}
