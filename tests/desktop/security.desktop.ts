import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../build/bundle.mjs'
import { FRAME_TYPE } from '../../bridge/loopback-transport'
import { encodeMessage } from '../../bridge/message-frame'
import { actOn } from '../e2e/desk-actions'
import { makeSmallIssue } from '../issue/small-issue'
import { askMain, tellMain } from './ask-main'
import { electron } from './find-electron'
import { type Home, makeHome, runApp, type RunningApp } from './run-app'

let home: Home
let running: RunningApp
let app: ElectronApplication
let page: Page

/** What a page comes to that tries something; the name of the error where it fails. */
const trying = <Result>(attempt: () => Promise<Result>): Promise<Result | string> =>
  attempt().catch((error: unknown) => (error instanceof Error ? error.name : 'no error'))

describe.skipIf(electron === undefined)(
  'a page of the app (needs an Electron and a screen)',
  () => {
    beforeAll(async () => {
      home = makeHome()
      await makeSmallIssue(home.folder)
      running = await runApp(home, [join(home.folder, 'sound.banxin')])
      ;({ app, page } = running)
      await actOn(page).body().waitFor()
    })
    afterAll(async () => {
      await running.kill()
      await home.remove()
    })

    it('has nothing of Node and nothing of Electron, but the host to call and to hear', async () => {
      const found = await page.evaluate(() => ({
        names: [
          'require',
          'process',
          'module',
          'Buffer',
          'global',
          'ipcRenderer',
          'electron',
        ].filter((name) => name in globalThis),
        host: Object.keys(window.host ?? {}),
        isFrozen: (() => {
          try {
            Object.assign(window, { host: null })
          } catch {
            // It cannot be put in place of what is there.
          }
          return typeof window.host?.call
        })(),
      }))
      expect(found).toEqual({ names: [], host: ['call', 'on'], isFrozen: 'function' })
      const preferences = await askMain(() =>
        app.evaluate(({ BrowserWindow }) => {
          const contents: unknown = BrowserWindow.getAllWindows()[0]?.webContents
          return (contents as { getLastWebPreferences(): object }).getLastWebPreferences()
        }),
      )
      expect(preferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
      })
    })

    it('is refused what is no call of the contract, and nothing is lost', async () => {
      const frame = (message: object) => [...encodeMessage(message)]
      const ask = (channel: unknown, bytes: unknown) =>
        page.evaluate(
          async ([name, sent]) => {
            const given = Array.isArray(sent) ? new Uint8Array(sent as number[]) : sent
            const reply = await window.host?.call(name as string, given as Uint8Array)
            return `${String(reply?.ok)} ${new TextDecoder().decode(reply?.frame.subarray(4))}`
          },
          [channel, bytes] as const,
        )
      expect(await ask('desk.state', frame({}))).toMatch(/^true .*"version"/)
      expect(await ask('desk.state', frame({ extra: 1 }))).toMatch(/^false .*call-invalid/)
      expect(await ask('__proto__', frame({}))).toMatch(/^false .*channel-unknown/)
      expect(await ask('toString', frame({}))).toMatch(/^false .*channel-unknown/)
      expect(await ask('x'.repeat(100), frame({}))).toMatch(/^false .*frame-wrong/)
      expect(await ask(7, frame({}))).toMatch(/^false .*frame-wrong/)
      expect(await ask('desk.state', 'text')).toMatch(/^false .*frame-wrong/)
      expect(await ask('desk.state', [])).toMatch(/^false .*message-broken/)
      expect(await ask('desk.state', new Array(500_000).fill(32))).toMatch(/^false .*frame-wrong/)
      expect(await ask('document.open', frame({ fileId: '/etc/passwd' }))).toMatch(
        /^false .*call-invalid/,
      )
      await actOn(page).body().waitFor()
    })

    it('cannot let a frame within it, or another page in its window, call the host', async () => {
      const inFrame = await page.evaluate(async () => {
        const frame = document.createElement('iframe')
        frame.srcdoc = '<p>inside</p>'
        document.body.append(frame)
        await new Promise((resolve) => setTimeout(resolve, 500))
        const within = frame.contentWindow as (Window & typeof globalThis) | null
        const has = within?.host === undefined ? 'none' : 'host'
        frame.remove()
        return has
      })
      expect(inFrame).toBe('none')
      const elsewhere = await askMain(() =>
        app.evaluate(
          async ({ BrowserWindow }, preload) => {
            const window = new BrowserWindow({
              show: false,
              webPreferences: { preload, sandbox: true },
            })
            await window.loadURL('data:text/html,<p>foreign</p>')
            const said: unknown = await window.webContents.executeJavaScript(
              "host.call('desk.state', new Uint8Array([0,0,0,2,123,125])).then(() => 'answered', () => 'refused')",
            )
            window.destroy()
            return said
          },
          join(root, 'dist/preload.cjs'),
        ),
      )
      expect(elsewhere).toBe('refused')
      const replaced = await askMain(() =>
        app.evaluate(async ({ BrowserWindow }) => {
          const [window] = BrowserWindow.getAllWindows()
          await window?.loadURL('data:text/html,<p>foreign</p>')
          const said: unknown = await window?.webContents.executeJavaScript(
            "host.call('desk.state', new Uint8Array([0,0,0,2,123,125])).then(() => 'answered', () => 'refused')",
          )
          await window?.loadURL('app://banxin/')
          return said
        }),
      )
      expect(replaced).toBe('refused')
      await actOn(page).body().waitFor()
    })

    it('reads no file and reaches no other place', async () => {
      const read = (url: string) =>
        trying(() => page.evaluate(async (from) => (await fetch(from)).status, url))
      for (const url of [
        'file:///etc/passwd',
        'https://www.w3.org/',
        'http://127.0.0.1:1/',
        'app://elsewhere/index.html',
      ]) {
        expect(await read(url), url).toBe('Error')
      }
      for (const path of [
        '/../package.json',
        '/%2e%2e/package.json',
        '/..%2fpackage.json',
        '/%2e%2e%5cpackage.json',
        '/assets/../../package.json',
        '//etc/passwd',
        '/.hidden.js',
        '/assets/%00.js',
      ]) {
        expect(await read(`app://banxin${path}`), path).toBe(404)
      }
      expect(await read('app://banxin/index.html')).toBe(200)
    })

    it('gets faces of its origin, and nothing else', async () => {
      const post = (channel: string, type: string) =>
        page.evaluate(
          async ([name, mediaType]) => {
            const body = new Uint8Array([0, 0, 0, 2, 123, 125])
            const headers = { 'content-type': mediaType }
            const reply = await fetch(`app://banxin/call/${name}`, {
              method: 'POST',
              headers,
              body,
            })
            return `${String(reply.status)} ${(await reply.text()).slice(4, 40)}`
          },
          [channel, type] as const,
        )
      expect(await post('font.list', FRAME_TYPE)).toMatch(/^200 .*families/)
      expect(await post('font.read', FRAME_TYPE)).toMatch(/^422 .*call-invalid/)
      expect(await post('desk.state', FRAME_TYPE)).toMatch(/^422 .*channel-unknown/)
      expect(await post('document.recent', FRAME_TYPE)).toMatch(/^422 .*channel-unknown/)
      expect(await post('toString', FRAME_TYPE)).toMatch(/^422 .*channel-unknown/)
      expect(await post('font.list', 'text/plain')).toMatch(/^404/)
    })

    it('stays where it is, and opens nothing but an https address that the person agreed to', async () => {
      await tellMain(() =>
        app.evaluate(({ dialog, shell }) => {
          const seen: string[] = []
          Object.assign(globalThis, { seen })
          const answers = [1, 0]
          dialog.showMessageBox = (...given: unknown[]) => {
            const { detail } = given.at(-1) as { readonly detail: string }
            seen.push(`asked ${detail}`)
            return Promise.resolve({ response: answers.shift() ?? 1, checkboxChecked: false })
          }
          shell.openExternal = (url) => {
            seen.push(`opened ${url}`)
            return Promise.resolve()
          }
        }),
      )
      const isOpened = (url: string) => page.evaluate((to) => window.open(to) !== null, url)
      expect(await isOpened('https://example.org/a')).toBe(false)
      expect(await isOpened('https://example.org/b')).toBe(false)
      expect(await isOpened('https://example.org/c')).toBe(false)
      expect(await isOpened('file:///etc/passwd')).toBe(false)
      expect(await isOpened('javascript:alert(1)')).toBe(false)
      await page.evaluate(() => {
        location.href = 'https://example.org/'
      })
      await page.evaluate(() => {
        const link = document.createElement('a')
        link.href = 'file:///etc/passwd'
        document.body.append(link)
        link.click()
        link.remove()
      })
      await page.waitForTimeout(300)
      expect(page.url()).toBe('app://banxin/')
      expect(app.windows().length).toBe(1)
      const seen = await askMain(() =>
        app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen),
      )
      expect(seen.filter((each) => each.includes('example.org'))).toEqual([
        'asked https://example.org/a',
        'asked https://example.org/b',
        'opened https://example.org/b',
        'opened https://example.org/c',
      ])
      expect(seen.some((each) => each.startsWith('opened') && !each.includes('https:'))).toBe(false)
    })

    it('is granted nothing that it may ask for', async () => {
      const asked = await page.evaluate(async () => {
        const outcome = (work: Promise<unknown>): Promise<string> =>
          work.then(
            (value) => (typeof value === 'string' ? value : 'granted'),
            () => 'refused',
          )
        return {
          place: await outcome(
            new Promise((resolve, reject) => {
              navigator.geolocation.getCurrentPosition(resolve, reject)
            }),
          ),
          camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
          notice: await outcome(Notification.requestPermission()),
          clipboard: await outcome(navigator.clipboard.readText()),
          state: (await navigator.permissions.query({ name: 'geolocation' })).state,
        }
      })
      expect(asked).toEqual({
        place: 'refused',
        camera: 'refused',
        notice: 'denied',
        clipboard: 'refused',
        state: 'denied',
      })
    })

    it('runs no script that was put into it', async () => {
      const ran = await page.evaluate(async () => {
        const marks: string[] = []
        Object.assign(window, { marks })
        const inline = document.createElement('script')
        inline.textContent = 'window.marks.push("inline")'
        document.body.append(inline)
        const foreign = document.createElement('script')
        foreign.src = 'data:text/javascript,window.marks.push("data")'
        document.body.append(foreign)
        const picture = document.createElement('img')
        picture.setAttribute('onerror', 'window.marks.push("handler")')
        picture.src = 'data:,'
        document.body.append(picture)
        // Later, for what tools of developers run at once may do more.
        await new Promise((resolve) => setTimeout(resolve, 500))
        try {
          marks.push(String(Function('return "text"')()))
        } catch {
          // Nothing that is made of text runs.
        }
        for (const element of [inline, foreign, picture]) element.remove()
        return marks
      })
      expect(ran).toEqual([])
      const policy = await page.evaluate(
        async () => (await fetch('/index.html')).headers.get('content-security-policy') ?? '',
      )
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/)
    })

    it('opens issues that a hand drops, and no file that a script pretends to drop', async () => {
      const sample = join(home.folder, 'weekly.banxin')
      copyFileSync(join(root, 'samples/weekly.banxin'), sample)
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File(['x'], 'passwd.banxin'))
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }))
      })
      await page.waitForTimeout(500)
      expect(app.windows().length).toBe(1)
      const cdp = await page.context().newCDPSession(page)
      const data = { items: [], files: [sample], dragOperationsMask: 1 }
      const opened = app.waitForEvent('window')
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await cdp.send('Input.dispatchDragEvent', { type, x: 700, y: 500, data })
      }
      const other = await opened
      await actOn(other).body().waitFor()
      expect(await other.title()).toContain('第 42 期')
    })
  },
)
