import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { extractAll, listPackage } from '@electron/asar'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../build/bundle.mjs'
import { findRuntime } from '../../build/electron-runtime.mjs'
import { freePort } from '../../build/free-port'
import { actOn } from '../e2e/desk-actions'
import { composedHash, shownHash } from '../e2e/page-actions'
import { electron } from './find-electron'
import { envOf, type Home, makeHome } from './run-app'

const UNPACKED = join(root, 'release/out/linux-unpacked')
const PROGRAM = join(UNPACKED, 'banxin')
const isLinux = process.platform === 'linux' && electron !== undefined
const hasHands = spawnSync('xdotool', ['version']).status === 0
if (!hasHands && process.env['BANXIN_CI'] === '1') throw new Error('xdotool is not installed')

const SWITCHES = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const OFF = 0x30
const ON = 0x31

/** Does with the window in front what a hand does. */
const hand = (...words: readonly string[]): string =>
  execFileSync('xdotool', [...words], { encoding: 'utf8' }).trim()

async function connect(port: number): Promise<Browser> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${String(port)}`)
    } catch (error) {
      if (tries > 100) throw error
      await wait(200)
    }
  }
}

describe.skipIf(!isLinux)('the packaged app (needs Linux, an Electron and a screen)', () => {
  let home: Home
  beforeAll(() => {
    home = makeHome()
    const dist = join(findRuntime()?.program ?? '', '..')
    const env = { ...process.env, BANXIN_ELECTRON_DIST: dist }
    execFileSync('npm', ['run', 'release', '--', '--linux', 'dir'], { cwd: root, env })
  }, 240_000)
  afterAll(async () => {
    await home.remove()
  })

  it('has the fuses of a release', async () => {
    const wire = await getCurrentFuseWire(PROGRAM)
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: OFF,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
      [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
      [FuseV1Options.OnlyLoadAppFromAsar]: ON,
    })
  })

  it('holds the faces that its templates use and their licences, no others, and no loopback host', () => {
    const archive = join(UNPACKED, 'resources/app.asar')
    const files = listPackage(archive, { isPack: false })
    const faces = files.filter((name) => /node_modules\/.*\.ttf$/.test(name))
    expect(faces.length).toBeGreaterThan(5)
    expect(faces.length).toBeLessThan(15)
    expect(
      files.some((name) => /cli|bench|\.test\./.test(name.replace(/.*node_modules/, ''))),
    ).toBe(false)
    expect(files).toEqual(
      expect.arrayContaining([
        '/LICENSE',
        '/NOTICE',
        '/node_modules/@expo-google-fonts/noto-serif-sc/LICENSE_FONT',
        '/node_modules/@expo-google-fonts/noto-sans-sc/LICENSE_FONT',
        '/node_modules/@expo-google-fonts/source-serif-4/LICENSE_FONT',
        '/node_modules/@fontsource/lxgw-wenkai/LICENSE',
      ]),
    )
    const folder = mkdtempSync(join(home.scratch, 'app-'))
    extractAll(archive, folder)
    const bundles = files.filter((name) => /^\/dist\/[^/]+\.mjs$/.test(name))
    expect(bundles.length).toBeGreaterThan(2)
    for (const name of bundles) {
      expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/["'](node:)?http["']/)
    }
    rmSync(folder, { recursive: true })
  })

  it.skipIf(!hasHands)(
    'opens the file that it is given, and exports the bytes that a terminal does (needs xdotool)',
    async () => {
      const issue = join(home.folder, 'week.banxin')
      copyFileSync(join(root, 'samples/weekly.banxin'), issue)
      const port = await freePort()
      const words = [...SWITCHES, `--remote-debugging-port=${String(port)}`, issue]
      const app = spawn(PROGRAM, words, { env: envOf(home), stdio: 'ignore' })
      const ended = once(app, 'exit')
      try {
        const browser = await connect(port)
        await expect.poll(() => browser.contexts()[0]?.pages().length).toBe(1)
        const page = browser.contexts()[0]?.pages()[0]
        if (page === undefined) throw new Error('There is no window')
        expect(await shownHash(page)).toBe(await composedHash(issue))
        const act = actOn(page)
        await act.button(act.said.top.export).click()
        await act.button(act.said.output.export).click()
        const ownWindows = () => hand('search', '--onlyvisible', '--class', 'banxin').split('\n')
        await expect.poll(() => ownWindows().length, { timeout: 10_000 }).toBeGreaterThan(1)
        await wait(1_000)
        const dialog = hand('search', '--onlyvisible', '--class', 'banxin').split('\n').at(-1) ?? ''
        const target = join(home.folder, 'packaged.pdf')
        hand('mousemove', '--window', dialog, '300', '60')
        hand('windowfocus', dialog)
        hand('key', 'ctrl+a')
        hand('type', '--delay', '20', target)
        hand('key', 'Return')
        await page.locator('.output-result[data-state="done"]').waitFor({ timeout: 90_000 })
        expect(existsSync(target)).toBe(true)
        const terminal = join(home.folder, 'terminal.pdf')
        execFileSync(process.execPath, ['cli/banxin.mjs', 'export', issue, '-o', terminal], {
          cwd: root,
        })
        expect(readFileSync(target).equals(readFileSync(terminal))).toBe(true)
      } finally {
        app.kill('SIGKILL')
        await ended
      }
    },
  )
})
