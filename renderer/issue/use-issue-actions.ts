import { useI18n } from 'vue-i18n'
import type { Command } from '../../engine/document/command'
import type { Section } from '../../engine/document/section'
import type { Story } from '../../engine/document/story'
import { announce } from '../desk/announcer'
import { useDesk } from '../desk/desk-context'
import { tellDone } from '../desk/notices'
import { useUi } from '../desk/ui-store'
import { sayInBoth } from '../language/i18n'
import { excerpt } from '../story/count-characters'
import { focusRow } from './focus-row'
import * as commands from './issue-commands'
import { usePanel } from './panel-store'

/** What can be done with the sections and stories of an issue. Each is undone as one. */
export type IssueActions = ReturnType<typeof useIssueActions>

const MOST_HEADLINE = 500
const MOST_TITLE = 200

/** The actions on the issue that is open; what they do is told to screen readers. */
export function useIssueActions() {
  const { t } = useI18n()
  const { open, template, composer, attempt, undo } = useDesk()
  const ui = useUi()
  const panel = usePanel()

  const issueNow = () => open.content.value.issue
  const nameOfStory = (story: Story): string =>
    story.headline || excerpt(story) || t('issue.untitledStory')
  const nameOfSection = (section: Section): string => section.title || t('issue.untitledSection')

  function run(wanted: readonly (Command | undefined)[], storyId?: string): boolean {
    const some = wanted.filter((command) => command !== undefined)
    if (some.length === 0) return false
    const before = open.content.value
    void attempt(() => {
      open.execute(some, storyId === undefined ? {} : { storyId })
    })
    return open.content.value !== before
  }

  /** Tells what was taken away, and offers it back until something else is done. */
  function offerBack(key: string, places: Readonly<Record<string, unknown>>): void {
    const end = tellDone('removed', sayInBoth(key, places), {
      label: sayInBoth('panel.undoRemoval'),
      run: undo,
    })
    const stop = open.onChange(() => {
      stop()
      end()
    })
  }

  function sayWhere(storyId: string): void {
    const issue = issueNow()
    const story = issue.records.stories[storyId]
    const place = commands.placeOf(issue, storyId)
    const section = place && issue.records.sections[place.sectionId]
    if (story === undefined || place === undefined || section === undefined) return
    const named = { name: nameOfStory(story), section: nameOfSection(section) }
    announce(t('panel.moved', { ...named, index: place.index + 1, count: section.stories.length }))
  }

  function moved(storyId: string, command: Command | undefined): void {
    if (!run([command], storyId)) return
    const place = commands.placeOf(issueNow(), storyId)
    if (place !== undefined) panel.fold([place.sectionId], false)
    sayWhere(storyId)
  }

  function movedSection(section: Section, command: Command | undefined): void {
    if (!run([command])) return
    const { sections } = issueNow()
    const index = sections.indexOf(section.id) + 1
    announce(
      t('panel.movedSection', { name: nameOfSection(section), index, count: sections.length }),
    )
  }

  function addStory(section: Section, before: readonly Command[] = []): void {
    const { id, command } = commands.addStory(section)
    if (!run([...before, command], id)) return
    panel.fold([section.id], false)
    ui.goTo({ storyId: id, blockId: 'headline', offset: 0 })
  }

  /** Where a section is added, in the style that the template has for its place. */
  function newSection(index?: number): ReturnType<typeof commands.addSection> | undefined {
    if (template.value === null) return undefined
    const issue = issueNow()
    const { assign } = template.value
    const style = issue.sections.length === 0 ? assign.first : assign.other
    return commands.addSection(issue, style, t('issue.newSection'), index)
  }

  /** The row after one that is to go, else the one before it. */
  function rowBeside(id: string): string | undefined {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].map(
      ({ dataset }) => dataset['row'],
    )
    const at = rows.indexOf(id)
    return rows[at + 1] ?? rows[at - 1]
  }

  return {
    nameOfStory,
    nameOfSection,
    run,

    /** Adds a section after another, or at the end, and asks for its name. */
    addSection(after?: Section): void {
      const index = after === undefined ? undefined : issueNow().sections.indexOf(after.id) + 1
      const made = newSection(index)
      if (made !== undefined && run([made.command])) panel.renamingId = made.section.id
    },
    addStory: (section: Section) => {
      addStory(section)
    },
    /** Adds the first story of the issue, with a section for it where there is none. */
    addFirstStory(): void {
      const { sections, records } = issueNow()
      const first = records.sections[sections[0] ?? '']
      if (first !== undefined) {
        addStory(first)
        return
      }
      const made = newSection()
      if (made !== undefined) addStory(made.section, [made.command])
    },
    /** Adds a story to the section of the one that is open, else to the last section. */
    addStoryHere(): void {
      const issue = issueNow()
      const place = ui.storyId === null ? undefined : commands.placeOf(issue, ui.storyId)
      const section = issue.records.sections[place?.sectionId ?? issue.sections.at(-1) ?? '']
      if (section !== undefined) addStory(section)
    },

    /** Turns the pages to where a story begins. */
    showPages(storyId: string): void {
      const { pages = [], fits } = composer.shown.value ?? {}
      const [first] = fits?.get(storyId)?.folios ?? []
      const page = pages.find(({ folio }) => folio === first)
      if (page !== undefined) ui.pageInView = { index: page.index }
    },

    renameStory(story: Story, headline: string): void {
      if (headline === story.headline) return
      run([{ type: 'setStory', id: story.id, changes: { headline } }], story.id)
    },
    renameSection(section: Section, title: string): void {
      if (title === section.title) return
      run([{ type: 'setSection', id: section.id, changes: { title } }])
    },
    setStyle(section: Section, style: string): void {
      if (style !== section.style) {
        run([{ type: 'setSection', id: section.id, changes: { style } }])
      }
    },
    setStatus(story: Story, status: Story['status']): void {
      if (status !== story.status) {
        run([{ type: 'setStory', id: story.id, changes: { status } }], story.id)
      }
    },

    duplicateStory(story: Story): void {
      const name = t('issue.copyOf', { name: story.headline }).slice(0, MOST_HEADLINE)
      const headline = story.headline === '' ? '' : name
      const made = commands.duplicateStory(issueNow(), story, headline)
      if (made === undefined || !run([made.command], made.id)) return
      ui.storyId = made.id
      announce(t('panel.duplicated', { name: headline || nameOfStory(story) }))
      void focusRow(made.id)
    },
    duplicateSection(section: Section): void {
      const title = t('issue.copyOf', { name: nameOfSection(section) }).slice(0, MOST_TITLE)
      const made = commands.duplicateSection(issueNow(), section, title)
      if (!run(made.commands)) return
      announce(t('panel.duplicated', { name: title }))
      void focusRow(made.id)
    },

    removeStory(story: Story): void {
      const next = rowBeside(story.id)
      if (!run([{ type: 'removeStory', id: story.id }], story.id)) return
      offerBack('panel.removed', { name: nameOfStory(story) })
      if (next !== undefined) void focusRow(next)
    },
    removeSection(section: Section): void {
      const count = section.stories.length
      if (!run(commands.removeSection(section))) return
      const key = count === 0 ? 'panel.removed' : 'panel.removedSection'
      offerBack(key, { name: nameOfSection(section), count })
    },

    /** Moves a story to a place; see `moveStory` among the commands. */
    placeStory(storyId: string, to: commands.StoryPlace): void {
      moved(storyId, commands.moveStory(issueNow(), storyId, to))
    },
    nudgeStory(storyId: string, by: -1 | 1): void {
      const command = commands.nudgeStory(issueNow(), storyId, by)
      if (command === undefined) announce(t('panel.atEnd'))
      moved(storyId, command)
      void focusRow(storyId)
    },
    placeSection(section: Section, gap: number): void {
      movedSection(section, commands.moveSection(issueNow(), section.id, gap))
    },
    nudgeSection(section: Section, by: -1 | 1): void {
      const command = commands.nudgeSection(issueNow(), section.id, by)
      if (command === undefined) announce(t('panel.atEnd'))
      movedSection(section, command)
      void focusRow(section.id)
    },
  }
}
