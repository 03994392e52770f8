import { it } from 'vitest'
import { launchBrowser } from './find-browser'
import { serveDesk } from './served-desk'
it('perf', async () => {
  const browser = await launchBrowser()
  if (browser === undefined) throw new Error('no browser')
  const desk = await serveDesk(browser, { startFile: '/tmp/s/weekly.banxin' })
  const { page } = desk
  try {
    await page.waitForSelector('.pages-scroll[data-sha256]:not([data-sha256=""])', {
      timeout: 30000,
    })
    console.log(
      await page.evaluate(() =>
        [
          Math.round(performance.now()),
          ...performance
            .getEntriesByType('resource')
            .map(
              (e: any) =>
                `${e.name.slice(-40)} ${Math.round(e.startTime)} ${Math.round(e.duration)} ${e.transferSize}`,
            ),
        ].join('\n'),
      ),
    )
  } catch (e) {
    console.log(desk.complaints, await page.locator('body').innerText())
    throw e
  } finally {
    await desk.stop()
    await browser.close()
  }
})
