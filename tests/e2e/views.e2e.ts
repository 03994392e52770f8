import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { productRoot } from '../../host/product-root'
import { actOn, type DeskActions, fill, words } from './desk-actions'
import { findBarriers } from './find-barriers'
import { findCuts } from './find-cuts'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()
const pictures = join(productRoot, 'out/desk')
const STORY = '一只漏水的阀门，让七个班组坐到一张桌前'

/** What is said of more than one, of a text that says something else of one. */
const ofMany = (text: string): string => text.split(' | ').at(-1) ?? ''

/** Something of the desk to look at: how it is come to, and how it is left. */
interface View {
  readonly name: string
  open(): Promise<unknown>
  close?(): Promise<unknown>
}

describe.skipIf(browser === undefined)('the views of the desk (needs a Chromium)', () => {
  let desk: ServedDesk

  beforeEach(async () => {
    if (browser === undefined) return
    mkdirSync(pictures, { recursive: true })
    desk = await serveDesk(browser)
  })
  afterEach(() => desk.stop())
  afterAll(() => browser?.close())

  const press = (key: string) => desk.page.keyboard.press(key)
  const escape = () => press('Escape')

  const lookAt = async (views: readonly View[], suffix: string): Promise<void> => {
    const { page } = desk
    const found: string[] = []
    for (const { name, open, close = escape } of views) {
      await open()
      await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)))
      await page.screenshot({ path: join(pictures, `${name}-${suffix}.png`) })
      for (const each of [...(await findBarriers(page)), ...(await findCuts(page))]) {
        found.push(`${name}: ${each}`)
      }
      await close()
    }
    expect(found).toEqual([])
  }

  const stay = () => Promise.resolve()

  const startViews = ({ button, dialog, said }: DeskActions): readonly View[] => [
    { name: 'start', open: () => button(said.start.open).waitFor(), close: stay },
    {
      name: 'new-issue',
      open: async () => {
        await button(said.start.new).click()
        await dialog().waitFor()
      },
    },
    {
      name: 'open-file',
      open: async () => {
        await button(said.start.open).click()
        await dialog().waitFor()
      },
    },
  ]

  const mainViews = (): readonly View[] =>
    (['write', 'layout', 'check', 'output'] as const).map((name, index) => ({
      name,
      open: () => press(`Control+${String(index + 1)}`),
      close: stay,
    }))

  const windows = ({ dialog, said, chooseFile, saved }: DeskActions): readonly View[] => {
    const window = (name: string, open: () => Promise<unknown>): View => ({
      name,
      open: async () => {
        await open()
        await dialog().waitFor()
      },
    })
    return [
      window('palette', () => press('Control+k')),
      window('keys', () => press('F1')),
      window('details', () => desk.page.getByTitle(said.top.details).click()),
      window('save-as', () => press('Control+Shift+s')),
      {
        name: 'save-over',
        open: async () => {
          await press('Control+s')
          await chooseFile('week')
          await saved()
          await press('Control+Shift+s')
          await chooseFile('week')
          await dialog().getByText('week').last().waitFor()
        },
      },
    ]
  }

  const menus = (act: DeskActions): readonly View[] => {
    const { button, head, said } = act
    const menu = (name: string, control: string): View => ({
      name,
      open: async () => {
        await button(control).click()
        await desk.page.getByRole('menu').waitFor()
      },
    })
    return [
      menu('file-menu', said.top.files),
      menu('section-menu', fill(said.issue.sectionMenu, { name: '一线' })),
      menu('story-menu', fill(said.issue.storyMenu, { name: STORY })),
      menu('more-marks', said.tool.moreMarks),
      {
        name: 'status-menu',
        open: async () => {
          await desk.page.getByRole('combobox', { name: said.story.status }).click()
          await desk.page.getByRole('listbox').waitFor()
        },
      },
      {
        name: 'find',
        open: async () => {
          await press('Control+h')
          await desk.page.getByRole('search').waitFor()
        },
      },
      {
        name: 'heads',
        open: async () => {
          for (const word of ['addKicker', 'addDeck', 'addByline'] as const) {
            const add = button(said.story[word])
            if (await add.isVisible()) await add.click()
          }
          await head('byline').waitFor()
        },
        close: stay,
      },
    ]
  }

  const inTheText = (act: DeskActions): readonly View[] => {
    const { button, dialog, enterBody, said, undo } = act
    const { page } = desk
    const card = (name: string, control: Locator): View => ({
      name,
      open: async () => {
        await control.first().click()
        await dialog().waitFor()
      },
    })
    return [
      card('table-picker', button(said.tool.table)),
      card('crop', button(said.crop.open)),
      card('figure-details', page.getByTitle(said.block.details)),
      {
        name: 'link',
        open: async () => {
          await enterBody()
          await press('Shift+ArrowRight')
          await press('Control+Shift+k')
          await page.getByLabel(said.link.address).waitFor()
        },
      },
      {
        name: 'table',
        open: async () => {
          await button(said.tool.table).click()
          await press('Enter')
          await page.getByRole('toolbar', { name: said.table.label }).waitFor()
        },
        close: () => undo().click(),
      },
      {
        name: 'qr',
        open: async () => {
          await button(said.tool.qr).click()
          await page.getByLabel(said.block.qrData).first().waitFor()
        },
        close: () => undo().click(),
      },
    ]
  }

  const onThePages = ({ button, said }: DeskActions): readonly View[] => [
    {
      name: 'zoom-menu',
      open: async () => {
        await button(new RegExp(`^${said.pages.zoom} \\d`)).click()
        await desk.page.getByRole('menu').waitFor()
      },
    },
    {
      name: 'guides',
      open: () => button(said.pages.guides).click(),
      close: () => button(said.pages.guides).click(),
    },
  ]

  const endings = (act: DeskActions): readonly View[] => {
    const { button, item, said, story, dialog } = act
    const { page } = desk
    return [
      {
        name: 'range-wrong',
        open: async () => {
          await press('Control+4')
          await page.getByText(said.output.range, { exact: true }).click()
          await page.getByPlaceholder(said.output.rangeHint).fill('99')
          await press('Enter')
        },
        close: () => page.getByText(fill(ofMany(said.output.all), { count: 8 })).click(),
      },
      {
        name: 'removed',
        open: async () => {
          await press('Control+1')
          await story(STORY).press('Delete')
          await page.locator('.notice').waitFor()
        },
        close: stay,
      },
      {
        name: 'unsaved',
        open: async () => {
          await button(said.top.files).click()
          await item(said.file.close).click()
          await dialog().getByText(said.file.discard).waitFor()
        },
        close: () => dialog().getByText(said.file.discard).click(),
      },
      { name: 'start-again', open: () => button(said.start.open).waitFor(), close: stay },
    ]
  }

  // Contrast is the scheme's, and what is cut off the language's: each view is seen once in both.
  for (const [language, scheme] of [
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const) {
    it(`have no barriers and cut nothing off: ${language}, ${scheme}`, async () => {
      const { page } = desk
      await page.emulateMedia({ colorScheme: scheme })
      const current = await page.evaluate(() => document.documentElement.lang)
      if (!current.startsWith(language)) {
        await page.getByRole('button', { name: /^(English|中文)$/ }).click()
      }
      const act = actOn(page, words[language])
      await lookAt(startViews(act), `${language}-${scheme}`)
      await act.openSample()
      await shownHash(page)
      await act.story(STORY).click()
      await press('Control+1')
      await lookAt(
        [
          ...mainViews(),
          { name: 'back', open: () => press('Control+1'), close: stay },
          ...windows(act),
          ...menus(act),
          ...inTheText(act),
          ...onThePages(act),
          ...endings(act),
        ],
        `${language}-${scheme}`,
      )
    })
  }
})
