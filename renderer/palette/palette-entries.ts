import {
  BookOpen,
  CheckCheck,
  FileDown,
  FileText,
  FolderClosed,
  Grid3x3,
  Languages,
  Maximize2,
  PenLine,
  Redo2,
  Save,
  Search,
  Settings2,
  Undo2,
} from '@lucide/vue'
import { type Component, computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useDesk } from '../desk/desk-context'
import { keyName } from '../desk/shortcuts'
import { useUi } from '../desk/ui-store'
import { excerpt } from '../story/count-characters'
import { setLanguage } from '../language/i18n'

/** Something that a person can ask for by its name. */
export interface PaletteEntry {
  readonly key: string
  readonly name: string
  readonly icon: Component
  readonly keys?: string
  run(): void
}

/** All commands of the desk, and then its stories. */
export function usePaletteEntries(): ComputedRef<readonly PaletteEntry[]> {
  const { t, locale } = useI18n()
  const { open, save, saveAs, close, undo, redo } = useDesk()
  const ui = useUi()

  const commands = computed((): readonly PaletteEntry[] => [
    entry('save', t('file.save'), Save, () => void save(), keyName('S')),
    entry('saveAs', t('file.saveAs'), Save, () => void saveAs()),
    entry('close', t('file.close'), FolderClosed, () => void close()),
    entry('undo', t('top.undo'), Undo2, undo, keyName('Z')),
    entry('redo', t('top.redo'), Redo2, redo, keyName('Y')),
    entry('write', t('mode.write'), PenLine, () => (ui.mode = 'write'), keyName('1')),
    entry('layout', t('mode.layout'), BookOpen, () => (ui.mode = 'layout'), keyName('2')),
    entry('check', t('mode.check'), CheckCheck, () => (ui.mode = 'check'), keyName('3')),
    entry('output', t('mode.output'), FileDown, () => (ui.mode = 'output'), keyName('4')),
    entry('find', t('find.label'), Search, () => (ui.findOpen = true), keyName('F')),
    entry('details', t('issue.details'), Settings2, () => (ui.detailsOpen = true)),
    entry('guides', t('pages.guides'), Grid3x3, () => (ui.guides = !ui.guides)),
    entry('fit', t('pages.fit'), Maximize2, () => (ui.zoom = 'fit')),
    entry('language', t('bar.language'), Languages, () => {
      setLanguage(locale.value === 'zh' ? 'en' : 'zh')
    }),
  ])

  const stories = computed((): readonly PaletteEntry[] => {
    const { sections, records } = open.content.value.issue
    return sections.flatMap((sectionId) => {
      const section = records.sections[sectionId]
      return (section?.stories ?? []).map((id): PaletteEntry => {
        const story = records.stories[id]
        const words = story && (story.headline || excerpt(story))
        const name = `${section?.title ?? ''} / ${words ?? t('issue.untitledStory')}`
        return entry(`story ${id}`, name, FileText, () => {
          ui.storyId = id
          ui.mode = 'write'
        })
      })
    })
  })

  return computed(() => [...commands.value, ...stories.value])
}

function entry(
  key: string,
  name: string,
  icon: Component,
  run: () => void,
  keys?: string,
): PaletteEntry {
  return { key, name, icon, run, ...(keys === undefined ? {} : { keys }) }
}
