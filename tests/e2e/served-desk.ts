import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { inject } from 'vitest'
import { type Client, createClient } from '../../bridge/client'
import type { DocumentState } from '../../bridge/document-state'
import { type Desk, openDesk } from '../../host/desk/desk'
import { startLoopbackServer } from '../../host/desk/loopback-server'
import { listenToPage, type PageEars } from './page-ears'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the desk as it was built for this run. */
    readonly deskRoot: string
    /** A program that serves a file and says where, to be killed. */
    readonly servingProgram: string
  }
}

/** A desk of the real host over real files, open in a page of a real browser. */
export interface ServedDesk extends PageEars {
  readonly page: Page
  readonly context: BrowserContext
  readonly cdp: CDPSession
  /** The folder that the desk may save to. */
  readonly folder: string
  /** Where to open it once more. */
  readonly address: string
  /** Asks the host past the browser. */
  readonly client: Client
  /** What the host reported as faults of its own. */
  readonly faults: readonly unknown[]
  /** The document that was opened last, as the host has it. */
  readDocument(): Promise<DocumentState>
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
  const client = createClient({ call: desk.dispatch, listen: () => () => undefined })
  const server = await startLoopbackServer(desk, { root: inject('deskRoot') })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const ears = await listenToPage(page)
  await page.goto(server.address)
  return {
    ...ears,
    page,
    context,
    cdp: await context.newCDPSession(page),
    folder,
    address: server.address,
    client,
    faults,
    readDocument: async () => {
      const { open } = await client.call('desk.state', {})
      return client.call('document.state', { documentId: open.at(-1)?.documentId ?? '' })
    },
    stop: async () => {
      await context.close()
      await server.stop()
      if (options.scratch === undefined) rmSync(scratch, { recursive: true, force: true })
    },
  }
}
