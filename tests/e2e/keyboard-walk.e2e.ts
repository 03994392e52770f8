import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headline } from '../issue/small-issue'
import { actOn, type DeskActions, fill } from './desk-actions'
import { launchBrowser } from './find-browser'
import { goTo, hasFocus, tabBackTo, tabTo, walkStops } from './keyboard-actions'
import { shownHash } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'
import { makeSmallWorkplace, type SmallWorkplace } from './small-workplace'

const browser: Browser | undefined = await launchBrowser()

describe.skipIf(browser === undefined)('the way of the focus (needs a Chromium)', () => {
  let work: SmallWorkplace
  let desk: ServedDesk
  let act: DeskActions
  const press = (key: string) => desk.page.keyboard.press(key)

  beforeAll(async () => {
    if (browser === undefined) return
    work = await makeSmallWorkplace()
    desk = await serveDesk(browser, work)
    act = actOn(desk.page)
    await shownHash(desk.page)
  })
  afterAll(async () => {
    await desk.stop()
    work.remove()
    await browser?.close()
  })

  it.each(['1', '2', '3', '4'])(
    'leads round view %s, is seen everywhere, and never ends',
    async (view) => {
      await press(`Control+${view}`)
      const stops = await walkStops(desk.page)
      expect(stops.filter(({ isMarked, isInSight }) => !isMarked || !isInSight)).toEqual([])
      expect(stops.filter(({ name }) => !/ \S/.test(name))).toEqual([])
      expect(stops.length).toBeGreaterThan(10)
    },
  )

  it('goes into the text and out of it, forwards and back', async () => {
    await press('Control+1')
    await tabTo(act.head('headline'))
    await tabTo(act.body())
    await tabTo(desk.page.locator('.pages-scroll'))
    await tabBackTo(act.body())
    await tabBackTo(act.head('headline'))
  })

  /** What is opened by Enter on a control, closed by Escape, and gives the focus back to it. */
  const expectEscape = async (control: Locator, opened: Locator): Promise<void> => {
    await press('Enter')
    await opened.waitFor()
    await expect.poll(() => hasFocus(opened)).toBe(true)
    await press('Escape')
    await opened.waitFor({ state: 'hidden' })
    await expect.poll(() => hasFocus(control)).toBe(true)
  }

  it('comes back from each menu and window to where it was', async () => {
    const { page } = desk
    const menu = page.getByRole('menu')
    const { said } = act
    const controls: readonly (readonly [Locator, Locator])[] = [
      [
        act.button(new RegExp(`${fill(said.top.issue, { publication: '版心周报', number: 7 })}`)),
        act.dialog(),
      ],
      [act.button(said.top.files), menu],
      [act.button(said.top.palette), act.dialog()],
      [act.button(fill(said.issue.sectionMenu, { name: '要闻' })), menu],
      [act.button(fill(said.issue.storyMenu, { name: headline })), menu],
      [page.getByRole('combobox', { name: said.story.status }), page.getByRole('listbox')],
    ]
    for (const [control, opened] of controls) {
      await tabTo(control)
      await expectEscape(control, opened)
    }
  })

  it('comes back from what the toolbar opens', async () => {
    const { page } = desk
    await tabTo(page.getByRole('toolbar', { name: act.said.tool.label }))
    const tools: readonly (readonly [string, Locator])[] = [
      [act.said.tool.moreMarks, page.getByRole('menu')],
      [act.said.tool.table, act.dialog()],
    ]
    for (const [name, opened] of tools) {
      await goTo(act.button(name), 'ArrowRight')
      await expectEscape(act.button(name), opened)
    }
  })

  it('comes back from what keys open', async () => {
    await tabTo(act.head('headline'))
    for (const key of ['Control+k', 'F1', 'Control+Shift+s']) {
      await press(key)
      await act.dialog().waitFor()
      await press('Escape')
      await act.dialog().waitFor({ state: 'hidden' })
      await expect.poll(() => hasFocus(act.head('headline'))).toBe(true)
    }
    await press('Control+f')
    await desk.page.getByRole('search').waitFor()
    await press('Escape')
    await desk.page.getByRole('search').waitFor({ state: 'hidden' })
    await expect.poll(() => hasFocus(act.body())).toBe(true)
    expect(desk.complaints).toEqual([])
  })
})
