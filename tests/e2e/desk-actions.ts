import type { Locator, Page } from 'playwright-core'
import { en } from '../../renderer/language/en'
import { type Words, zh } from '../../renderer/language/zh'

/** The words of the desk, by language. */
export const words = { zh, en } as const

/** A text of the desk with its places filled. */
export function fill(text: string, places: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => String(places[name]))
}

/** What a person does at a desk, found by what it is and how it is named in their language. */
export type DeskActions = ReturnType<typeof actOn>

/** The actions on a page that shows a desk in a language. */
export function actOn(page: Page, said: Words = zh) {
  const button = (name: string | RegExp, exact = true): Locator =>
    page.getByRole('button', { name, ...(typeof name === 'string' ? { exact } : {}) })
  const item = (name: string): Locator => page.getByRole('menuitem', { name })
  const dialog = (): Locator => page.getByRole('dialog')
  const menu = async (of: Locator, name: string): Promise<void> => {
    await of.click()
    await item(name).click()
  }
  /** A story of the issue panel, by how its name begins. */
  const story = (name: string): Locator =>
    page.getByRole('complementary', { name: said.issue.title }).getByTitle(name, { exact: true })
  const status = (): Locator => page.locator('.status-saved')

  /** The first paragraph of the story that is written. */
  const paragraph = (): Locator => page.locator('.body-text > p').first()
  /** Chooses a file that is there, or where one is to be, in the window that asks for it. */
  const chooseFile = async (name: string): Promise<void> => {
    await dialog().getByLabel(said.file.name).fill(name)
    const done = new RegExp(`^(${said.file.save}|${said.file.export})$`)
    await dialog().getByRole('button', { name: done }).click()
  }

  return {
    said,
    button,
    item,
    dialog,
    story,
    status,
    openSample: () => button(said.start.sample).click(),
    addSection: () => button(said.issue.addSection).click(),
    addStory: (section: string) => button(`${said.issue.addStory}: ${section}`).click(),
    storyMenu: (name: string, choice: string) =>
      menu(button(fill(said.issue.storyMenu, { name })), choice),
    sectionMenu: (name: string, choice: string) =>
      menu(button(fill(said.issue.sectionMenu, { name })), choice),
    head: (part: 'kicker' | 'headline' | 'deck' | 'byline') =>
      page.getByLabel(said.story[part], { exact: true }),
    body: () => page.locator('.body-text'),
    paragraph,
    /** Puts the cursor at the beginning of the body, whose first block is a paragraph. */
    enterBody: async () => {
      await paragraph().click({ position: { x: 40, y: 10 } })
      await page.keyboard.press('Home')
    },
    caption: (index: number) => page.locator('.body-text figcaption').nth(index),
    notice: (part: string | RegExp) => page.locator('.notice').filter({ hasText: part }),
    chooseFile,
    /** Says, of a file that is there already, that it may be replaced. */
    replaceFile: async (name: string) => {
      await dialog().getByText(fill(said.file.exists, { name })).waitFor()
      await dialog().getByRole('button', { name: said.file.replace }).click()
    },
    /** Takes away all that is being told. */
    dismissNotices: async () => {
      const close = page.locator('.notice').getByRole('button', { name: said.notice.dismiss })
      while ((await close.count()) > 0) await close.first().click()
    },
    /** Goes to the output and begins to export under a name. */
    exportAs: async (name: string) => {
      await button(said.top.export).click()
      await button(said.output.export).click()
      await chooseFile(name)
    },
    saved: () => status().getByText(said.bar.saved, { exact: true }).waitFor(),
    /** Opens a file of the folder that is shown first, from the view without an issue. */
    openFile: async (name: string) => {
      await button(said.start.open).click()
      await dialog()
        .getByRole('button')
        .filter({ has: page.getByText(name, { exact: true }) })
        .click()
    },
    /** Closes what is open, which has been saved. */
    closeIssue: async () => {
      await menu(button(said.top.files), said.file.close)
      await button(said.start.open).waitFor()
    },
    undo: () => button(said.top.undo),
    redo: () => button(said.top.redo),
  }
}
