import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash, shownPageCount } from './page-actions'
import { readPrintedTexts } from './page-texts'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()

describe.skipIf(browser === undefined)('exports at the desk (needs a Chromium)', () => {
  let desk: ServedDesk
  let act: DeskActions
  const path = (name: string): string => join(desk.folder, name)
  const state = (wanted: string) =>
    desk.page.locator(`.output-result[data-state="${wanted}"]`).waitFor({ timeout: 90_000 })

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

  it('that is cancelled leaves no file, and no part of one', async () => {
    await act.exportAs('none')
    await act.button(act.said.output.cancel).click()
    await state('cancelled')
    expect(readdirSync(desk.folder)).toEqual([])
    await desk.page.getByText(act.said.output.cancelled).waitFor()
  })

  it('that is cancelled leaves the file that was there before as it was', async () => {
    const old = Buffer.from('the PDF of last week')
    writeFileSync(path('week.pdf'), old)
    await act.exportAs('week')
    await act.replaceFile('week.pdf')
    await act.button(act.said.output.cancel).click()
    await state('cancelled')
    expect(readFileSync(path('week.pdf'))).toEqual(old)
    expect(readdirSync(desk.folder)).toEqual(['week.pdf'])
  })

  it('goes well afterwards, and says what came of it', async () => {
    await act.exportAs('week')
    await act.replaceFile('week.pdf')
    await state('done')
    const pages = await readPrintedTexts(path('week.pdf'))
    expect(pages).toHaveLength(await shownPageCount(desk.page))
    await desk.page.locator('.output-result').getByText('week.pdf').waitFor()
    expect(readdirSync(desk.folder)).toEqual(['week.pdf'])
    expect(desk.faults).toEqual([])
  })
})
