import { FileText, LayoutList } from '@lucide/vue'
import { type Component, computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useDesk } from '../desk/desk-context'
import { useDeskCommands } from '../desk/desk-commands'
import { nameShortcut } from '../desk/shortcuts'
import { useUi } from '../desk/ui-store'
import { useIssueActions } from '../issue/use-issue-actions'

/** Something that a person can ask for by its name. */
export interface PaletteEntry {
  readonly key: string
  readonly name: string
  readonly icon: Component
  /** The keys that do the same, as they are shown. */
  readonly keys: string
  readonly isDisabled: boolean
  /** Whether it puts the focus somewhere itself, which then does not go back to where it was. */
  readonly takesFocus: boolean
  run(): unknown
}

/** All commands of the desk, and then its sections and stories. */
export function usePaletteEntries(): ComputedRef<readonly PaletteEntry[]> {
  const { t } = useI18n()
  const { open } = useDesk()
  const ui = useUi()
  const { nameOfSection, nameOfStory, showPages } = useIssueActions()
  const commands = useDeskCommands()

  const ofCommands = computed(() =>
    commands.value
      .filter(({ key }) => key !== 'palette')
      .map(({ key, name, icon, shortcuts, isDisabled, run }): PaletteEntry => {
        const [first] = shortcuts
        const keys = first === undefined ? '' : nameShortcut(first)
        return { key, name, icon, keys, isDisabled, takesFocus: false, run }
      }),
  )

  const ofStories = computed((): readonly PaletteEntry[] => {
    const { sections, records } = open.content.value.issue
    return sections.flatMap((sectionId): PaletteEntry[] => {
      const section = records.sections[sectionId]
      if (section === undefined) return []
      const stories = section.stories.flatMap((id) => records.stories[id] ?? [])
      const place = nameOfSection(section)
      const count = t('issue.stories', { count: stories.length })
      const goTo = (storyId: string): void => {
        ui.goTo({ storyId, blockId: '', offset: 0 })
        showPages(storyId)
      }
      const [first] = stories
      return [
        ...(first === undefined
          ? []
          : [
              entry(`section ${sectionId}`, `${place}  ${count}`, LayoutList, () => goTo(first.id)),
            ]),
        ...stories.map((story) =>
          entry(`story ${story.id}`, `${place} / ${nameOfStory(story)}`, FileText, () =>
            goTo(story.id),
          ),
        ),
      ]
    })
  })

  return computed(() => [...ofCommands.value, ...ofStories.value])
}

function entry(key: string, name: string, icon: Component, run: () => void): PaletteEntry {
  return { key, name, icon, keys: '', isDisabled: false, takesFocus: true, run }
}
