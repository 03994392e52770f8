import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actOn, type DeskActions, fill } from './desk-actions'
import { launchBrowser } from './find-browser'
import { dragTo } from './move-things'
import { shownHash, turnAll } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()

/** The headlines of two stories of the first section and of two of the second. */
const [BRIDGE, MARKET, VALVE, BUS] = [
  '老铁桥回来了，上班路少走四十分钟',
  '鹤嘴早市进棚，一百四十七个摊位一个没少',
  '一只漏水的阀门，让七个班组坐到一张桌前',
  '末班车为什么晚走八分钟',
] as const

describe.skipIf(browser === undefined)('the list of the issue (needs a Chromium)', () => {
  let desk: ServedDesk
  let act: DeskActions

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    act = actOn(desk.page)
    await act.openSample()
    await shownHash(desk.page)
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })
  beforeEach(async () => {
    await turnAll(desk.page, '撤销')
  })

  /** The sections in order with the headlines under each, as the host has them by now. */
  const readPlan = async (): Promise<readonly (readonly string[])[]> => {
    const { sections, records } = (await desk.readDocument()).issue
    return sections.map((id) => {
      const section = records.sections[id]
      const stories = section?.stories.map((story) => records.stories[story]?.headline ?? '') ?? []
      return [section?.title ?? '', ...stories]
    })
  }
  const expectPlan = async (first: readonly (readonly string[])[]): Promise<void> => {
    await expect.poll(async () => (await readPlan()).slice(0, first.length)).toEqual(first)
  }

  const section = (name: string): Locator =>
    desk.page.locator('.section-open').filter({ hasText: name })
  const spoken = (text: string): Locator => desk.page.locator('[aria-live]', { hasText: text })
  const focused = (): Promise<string> =>
    desk.page.evaluate(() => document.activeElement?.getAttribute('title') ?? '')

  it('takes a story that the mouse drags into another section, and back by undo', async () => {
    await dragTo(act.story(BUS), act.story(BRIDGE), [0.5, 0.1])
    await expectPlan([
      ['要闻', BUS, BRIDGE, MARKET],
      ['一线', VALVE],
    ])
    await act.undo().click()
    await expectPlan([
      ['要闻', BRIDGE, MARKET],
      ['一线', VALVE, BUS],
    ])
    await act.redo().click()
    await expectPlan([['要闻', BUS, BRIDGE, MARKET]])
  })

  it('moves a story within its section, past those under it', async () => {
    await dragTo(act.story(BRIDGE), act.story(MARKET), [0.5, 0.9])
    await expectPlan([['要闻', MARKET, BRIDGE]])
  })

  it('takes a story into a section that is empty or folded', async () => {
    const { page } = desk
    await act.sectionMenu('要闻', '在后面加栏目')
    await page.keyboard.type('夜读')
    await page.keyboard.press('Enter')
    await dragTo(act.story(BUS), section('夜读'), [0.5, 0.9])
    await expectPlan([
      ['要闻', BRIDGE, MARKET],
      ['夜读', BUS],
      ['一线', VALVE],
    ])
    await section('要闻').click()
    await act.story(BRIDGE).waitFor({ state: 'detached' })
    await dragTo(act.story(BUS), section('要闻'), [0.5, 0.9])
    await expectPlan([['要闻', BRIDGE, MARKET, BUS], ['夜读']])
    await act.story(BUS).waitFor()
  })

  it('moves a section with all its stories', async () => {
    await dragTo(section('一线'), section('要闻'), [0.5, 0.2])
    await expectPlan([
      ['一线', VALVE, BUS],
      ['要闻', BRIDGE, MARKET],
    ])
  })

  it('lets go of what is dragged when Escape is pressed, and clicks nothing', async () => {
    const { page } = desk
    const box = await act.story(BUS).boundingBox()
    if (box === null) throw new Error('The story is not in sight')
    await page.mouse.move(box.x + 30, box.y + 15)
    await page.mouse.down()
    await page.mouse.move(box.x + 60, box.y - 120, { steps: 6 })
    await page.locator('.drop-line').waitFor()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.locator('.drop-line').waitFor({ state: 'detached' })
    await expectPlan([
      ['要闻', BRIDGE, MARKET],
      ['一线', VALVE, BUS],
    ])
  })

  it('is walked, moved and folded by keys, and says where things go', async () => {
    const { page } = desk
    await act.story(MARKET).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expectPlan([
      ['要闻', BRIDGE],
      ['一线', MARKET, VALVE, BUS],
    ])
    await spoken(`“${MARKET}”移到“一线”，第 1 篇，共 3 篇`).waitFor({ state: 'attached' })
    await expect.poll(focused).toBe(MARKET)
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe(VALVE)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await act.story(VALVE).waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowRight')
    await act.story(VALVE).waitFor()
    await page.keyboard.press('Alt+ArrowUp')
    await expectPlan([
      ['一线', MARKET, VALVE, BUS],
      ['要闻', BRIDGE],
    ])
  })

  it('renames in place; an input method’s Enter is not the end of it', async () => {
    const { page, cdp } = desk
    await section('一线').focus()
    await page.keyboard.press('F2')
    await page.getByLabel('改名：一线').waitFor()
    await page.keyboard.press('Control+a')
    await cdp.send('Input.imeSetComposition', { text: 'ban', selectionStart: 3, selectionEnd: 3 })
    await cdp.send('Input.insertText', { text: '班组' })
    await page.keyboard.press('Enter')
    await expectPlan([
      ['要闻', BRIDGE, MARKET],
      ['班组', VALVE, BUS],
    ])
    await act.story(BUS).focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('不作数')
    await page.keyboard.press('Escape')
    await act.story(BUS).waitFor()
  })

  it('deletes at once, and offers it back', async () => {
    const { page } = desk
    await act.story(MARKET).focus()
    await page.keyboard.press('Delete')
    await expectPlan([
      ['要闻', BRIDGE],
      ['一线', VALVE, BUS],
    ])
    await act.notice(`已删去“${MARKET}”`).getByRole('button', { name: '撤销删除' }).click()
    await expectPlan([['要闻', BRIDGE, MARKET]])
    await act.sectionMenu('一线', '删除栏目和稿件')
    await act.notice('已删去栏目“一线”和 2 篇稿件').waitFor()
    expect((await readPlan())[1]?.[0]).not.toBe('一线')
    await act.undo().click()
    await expectPlan([
      ['要闻', BRIDGE, MARKET],
      ['一线', VALVE, BUS],
    ])
    expect(await act.notice('已删去').count()).toBe(0)
  })

  it('has all of it in the menu that the right button opens', async () => {
    const { page } = desk
    await act.story(BUS).click({ button: 'right' })
    await act.item('复制一份').click()
    await expectPlan([
      ['要闻', BRIDGE, MARKET],
      ['一线', VALVE, BUS, `${BUS}（副本）`],
    ])
    await act.story(BUS).click({ button: 'right' })
    await act.item('稿件进度').hover()
    await page.getByRole('menuitemradio', { name: '复审' }).click()
    await expect.poll(() => act.story(BUS).textContent()).toContain('复审')
    await section('一线').click({ button: 'right' })
    await act.item('栏目样式').hover()
    await page.getByRole('menuitemradio', { name: '简讯' }).click()
    await expect
      .poll(async () => Object.values((await desk.readDocument()).issue.records.sections))
      .toContainEqual(expect.objectContaining({ title: '一线', style: 'briefs' }))
  })

  it('takes the details of the issue only when they are sound, and as one change', async () => {
    const { page } = desk
    const { issue: before } = await desk.readDocument()
    await page.getByRole('button', { name: /^岚江周报 第/ }).click()
    await act.dialog().getByLabel(act.said.issue.number, { exact: true }).fill('四十三')
    await act.dialog().getByLabel(act.said.issue.date).fill('2026-11-06')
    await act.dialog().getByRole('button', { name: act.said.details.save }).click()
    await act.dialog().getByText(act.said.details.numberWrong).waitFor()
    await act.dialog().getByLabel(act.said.issue.number, { exact: true }).fill('43')
    await act.dialog().getByRole('button', { name: act.said.details.save }).click()
    const title = fill(act.said.top.issue, { publication: before.publication.name, number: 43 })
    await page.getByRole('button', { name: title }).waitFor()
    await expect.poll(async () => (await desk.readDocument()).issue.date).toBe('2026-11-06')
    await act.undo().click()
    await expect
      .poll(async () => {
        const { number, date } = (await desk.readDocument()).issue
        return { number, date }
      })
      .toEqual({ number: before.number, date: before.date })
  })

  it('left neither the browser nor the host with anything to complain of', () => {
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
