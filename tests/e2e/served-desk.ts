import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Desk, openDesk } from '../../host/desk/desk'
import { startLoopbackServer } from '../../host/desk/loopback-server'
import { productRoot } from '../../host/product-root'

/** A desk of the real host over real files, open in a page of a real browser. */
export interface ServedDesk {
  readonly page: Page
  readonly context: BrowserContext
  /** The folder that the desk may save to. */
  readonly folder: string
  /** What the browser complained of: errors of scripts, refusals of the content policy. */
  readonly complaints: readonly string[]
  /** What the host reported as faults of its own. */
  readonly faults: readonly unknown[]
  stop(): Promise<void>
}

/** Serves the built desk with a data folder of its own and opens it; for a file, where one is given. */
export async function serveDesk(
  browser: Browser,
  options: { readonly startFile?: string; readonly scratch?: string } = {},
): Promise<ServedDesk> {
  const scratch = options.scratch ?? mkdtempSync(join(tmpdir(), 'banxin-e2e-'))
  const folder = join(scratch, 'work')
  mkdirSync(folder, { recursive: true })
  const faults: unknown[] = []
  const desk: Desk = await openDesk({
    version: 'test',
    dataFolder: join(scratch, 'data'),
    folders: [folder],
    report: (error) => faults.push(error),
    ...(options.startFile === undefined ? {} : { startFile: options.startFile }),
  })
  const server = await startLoopbackServer(desk, { root: join(productRoot, 'dist/desk') })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.goto(server.address)
  return {
    page,
    context,
    folder,
    complaints,
    faults,
    stop: async () => {
      await context.close()
      await server.stop()
      if (options.scratch === undefined) rmSync(scratch, { recursive: true, force: true })
    },
  }
}
