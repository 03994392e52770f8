import { copyFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headline } from '../issue/small-issue'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { hostileDrawing, hostileMarkup, hostileNames, selfRunning } from './hostile-markup'
import { dropFiles } from './move-things'
import { pasteHtml, shownHash } from './page-actions'
import { sheetsOf } from './page-texts'
import { type ServedDesk, serveDesk } from './served-desk'
import { makeSmallWorkplace, type SmallWorkplace } from './small-workplace'

const browser: Browser | undefined = await launchBrowser()
const SENTENCE = '这一句一直在。'

describe.skipIf(browser === undefined)(
  'a desk that is given hostile things (needs a Chromium)',
  () => {
    let work: SmallWorkplace
    let desk: ServedDesk
    let act: DeskActions
    let elsewhere: Server
    const path = (name: string): string => join(work.folder, name)
    const readBody = async (): Promise<string> => {
      const { stories } = (await desk.readDocument()).issue.records
      return JSON.stringify(stories)
    }

    beforeAll(async () => {
      if (browser === undefined) return
      work = await makeSmallWorkplace()
      desk = await serveDesk(browser, work)
      act = actOn(desk.page)
      await shownHash(desk.page)
      await act.enterBody()
      await desk.page.keyboard.insertText(SENTENCE)
    })
    afterAll(async () => {
      elsewhere.close()
      await desk.stop()
      work.remove()
      await browser?.close()
    })

    /** Nothing has run, nothing that could is on the page, and nothing was lost. */
    const expectUnharmed = async (): Promise<void> => {
      const { page, context } = desk
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 120)))
      expect(await desk.wasStolen()).toBe(false)
      expect(context.pages()).toHaveLength(1)
      expect(new URL(page.url()).origin).toBe(new URL(desk.address).origin)
      const found = await page.evaluate(() => {
        const all = (selector: string): Element[] => Array.from(document.querySelectorAll(selector))
        const alien = all('script:not([src]), iframe, object, embed, base, body style, body img')
        const handlers = all('*').filter((each) =>
          each.getAttributeNames().some((name) => name.startsWith('on')),
        )
        const links = all('a[href], form[action]').filter(
          (each) => !/^(https?|mailto):/.test(each.getAttribute('href') ?? ''),
        )
        return [...alien, ...handlers, ...links].map((each) => each.outerHTML)
      })
      expect(found).toEqual([])
      expect(await readBody()).toContain(SENTENCE)
      expect(desk.faults).toEqual([])
    }

    it('would be harmed if nothing guarded it', async () => {
      const page = await (browser as Browser).newPage()
      for (const markup of selfRunning) {
        await page.goto('about:blank')
        await page.evaluate((html) => {
          document.body.innerHTML = html
        }, markup)
        await page.waitForFunction(() => 'stolen' in window)
      }
      await page.close()
    })

    it('takes of pasted markup its text alone', async () => {
      const { page } = desk
      await act.enterBody()
      for (const markup of hostileMarkup) await pasteHtml(page, `<p>前</p>${markup}<p>后</p>`)
      await expectUnharmed()
      await act
        .body()
        .locator('a')
        .evaluateAll((links) => {
          for (const link of links) (link as HTMLElement).click()
        })
      await expectUnharmed()
      expect(await readBody()).not.toMatch(/javascript|vbscript|data:text|onerror/i)
      await page.keyboard.press('Control+s')
      await act.saved()
    })

    it('takes markup that is text for text, in headlines, sections and captions', async () => {
      const { page } = desk
      await act.head('headline').fill(hostileNames.headline)
      await act.sectionMenu('要闻', act.said.issue.rename)
      await page.getByLabel(act.said.issue.rename).fill(hostileNames.section)
      await page.keyboard.press('Enter')
      await act.story(hostileNames.headline).waitFor()
      await page.keyboard.press('Control+k')
      await act.dialog().getByText(hostileNames.headline).waitFor()
      await page.keyboard.press('Escape')
      await act.caption(0).click()
      await page.keyboard.insertText(hostileMarkup[1] ?? '')
      await shownHash(page)
      await expectUnharmed()
      const { sections, stories } = (await desk.readDocument()).issue.records
      expect(Object.values(sections).map(({ title }) => title)).toEqual([hostileNames.section])
      expect(Object.values(stories).map((story) => story.headline)).toEqual([hostileNames.headline])
      await act.head('headline').fill(headline)
    })

    it('takes in a photo whose name is markup under that name', async () => {
      copyFileSync(path('dike.jpg'), path(hostileNames.photo))
      writeFileSync(path(hostileNames.photo.replace('.jpg', '.png')), 'no picture at all')
      await dropFiles(desk.cdp, [path(hostileNames.photo)], act.paragraph())
      await dropFiles(desk.cdp, [path(hostileNames.photo.replace('.jpg', '.png'))], act.paragraph())
      await act.notice('<img src=x').waitFor()
      await expectUnharmed()
    })

    it('refuses a drawing that is dropped, pasted or chosen, and says so', async () => {
      const { page, cdp } = desk
      const before = await readBody()
      writeFileSync(path('evil.svg'), hostileDrawing)
      writeFileSync(path('evil.png'), hostileDrawing)
      writeFileSync(path('evil.html'), hostileMarkup.join('\n'))
      const told = async (): Promise<void> => {
        await act.notice(/evil|JPEG/).waitFor()
        await act.dismissNotices()
      }
      await act.dismissNotices()
      for (const name of ['evil.svg', 'evil.png', 'evil.html']) {
        await dropFiles(cdp, [path(name)], act.paragraph())
        await told()
        // On the pages, too, a file that is dropped does not take the place of the desk.
        await dropFiles(cdp, [path(name)], sheetsOf(page).first())
      }
      await act.enterBody()
      await page.evaluate((drawing) => {
        const clipboardData = new DataTransfer()
        clipboardData.items.add(new File([drawing], 'evil.svg', { type: 'image/svg+xml' }))
        const event = { clipboardData, bubbles: true, cancelable: true }
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', event))
      }, hostileDrawing)
      await told()
      const chooser = page.waitForEvent('filechooser')
      await act.button(act.said.tool.figure).click()
      await (await chooser).setFiles(path('evil.png'))
      await told()
      await expectUnharmed()
      expect(await readBody()).toBe(before)
    })

    it('lists an issue whose name is markup, and opens it', async () => {
      const { page } = desk
      await page.keyboard.press('Control+s')
      await act.saved()
      copyFileSync(work.startFile, path(hostileNames.issue))
      await act.closeIssue()
      await act.openFile(hostileNames.issue)
      await act.body().getByText(SENTENCE).first().waitFor()
      await page.getByRole('contentinfo').getByText(hostileNames.issue).waitFor()
      await expectUnharmed()
      await act.closeIssue()
      await page.getByRole('button', { name: '<svg onload' }).first().waitFor()
      await expectStartUnharmed()
    })

    /** As above, where no document is open. */
    const expectStartUnharmed = async (): Promise<void> => {
      expect(await desk.wasStolen()).toBe(false)
      expect(await desk.page.locator('img, svg[onload], iframe').count()).toBe(0)
    }

    it('lets no page of another server ask anything of it, or show it in a frame', async () => {
      const { page, context, address } = desk
      const { origin, hash } = new URL(address)
      elsewhere = createServer((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        response.end(`<iframe src="${address}"></iframe>`)
      })
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
      const { port } = elsewhere.address() as AddressInfo
      const other = await context.newPage()
      await other.goto(`http://127.0.0.1:${String(port)}/`)
      const got = await other.evaluate(
        async ({ origin: host, token }) => {
          const ask = async (init: RequestInit): Promise<string> => {
            try {
              const response = await fetch(`${host}/call/desk.state`, init)
              return `${response.type} ${String(response.status)}`
            } catch {
              return 'refused'
            }
          }
          const headers = { authorization: `Bearer ${token}` }
          return [
            await ask({ method: 'POST', headers, body: '\0\0\0\x02{}' }),
            await ask({ method: 'POST', mode: 'no-cors', body: '\0\0\0\x02{}' }),
            await ask({}),
            await new Promise<string>((resolve) => {
              const script = document.createElement('script')
              script.src = `${host}/`
              script.onerror = () => {
                resolve('refused')
              }
              script.onload = () => {
                resolve('loaded')
              }
              document.head.append(script)
            }),
          ]
        },
        { origin, token: new URLSearchParams(hash.slice(1)).get('token') ?? '' },
      )
      expect(got.filter((each) => !/^refused$|^opaque 0$/.test(each))).toEqual([])
      const frame = other.frames().find((each) => each !== other.mainFrame())
      expect((await frame?.locator('#desk').count()) ?? 0).toBe(0)
      await other.close()
      await page.bringToFront()
    })

    it('has refused by its policy only what never came onto the page', async () => {
      const violations = new Set(await desk.readViolations())
      expect([...violations].filter((each) => !each.startsWith('style-src'))).toEqual([])
      expect(readdirSync(work.folder).filter((name) => name.includes('..'))).toEqual([])
    })
  },
)
