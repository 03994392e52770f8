import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './bundle.mjs'
import { downloadElectron } from './download-electron.mjs'
import { findRuntime } from './electron-runtime.mjs'

/*
 * `npm start`: the desk in its own windows where there is an Electron and a screen; else in the
 * browser, over the loopback host. Says which, and why.
 */
const words = process.argv.slice(2)
/** An Electron that ends with an error this soon never got to its windows. */
const START_MS = 10_000

await start()

async function start() {
  if (!existsSync(join(root, 'dist/electron.mjs'))) {
    say('还没有构建，请先运行 npm run build。 Not built yet: run npm run build.')
    process.exitCode = 1
    return
  }
  if (!hasScreen()) return serve('这里没有屏幕。 There is no screen here.')
  const runtime = findRuntime() ?? ((await downloadElectron(say)) ? findRuntime() : undefined)
  if (runtime === undefined) {
    const hint = process.platform === 'linux' && process.arch === 'x64'
    return serve(
      '没有 Electron，也下载不到。 There is no Electron, and it cannot be downloaded.' +
        (hint ? '\n可以用 npm 取一个：npm run runtime。 npm has one: npm run runtime.' : ''),
    )
  }
  say(`版心在 Electron ${runtime.version} 上运行。 Banxin runs on Electron ${runtime.version}.`)
  if (!(await run(runtime.program))) {
    return serve('Electron 在这台机器上启动不了。 Electron does not start on this machine.')
  }
}

/**
 * Runs the app until it ends; gives whether it could be started at all.
 * @param {string} program
 * @returns {Promise<boolean>}
 */
function run(program) {
  // Chromium refuses to keep its sandbox for root, and root alone.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const begun = Date.now()
  const app = spawn(program, [root, ...asRoot, ...words], { stdio: 'inherit' })
  let isStopped = false
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) {
    process.on(signal, () => {
      isStopped = true
      app.kill(signal)
    })
  }
  return new Promise((resolve) => {
    app.once('error', () => resolve(false))
    app.once('exit', (code) => {
      const isEarly = Date.now() - begun < START_MS
      if (code !== 0 && isEarly && !isStopped) resolve(false)
      else {
        process.exitCode = code ?? (isStopped ? 0 : 1)
        resolve(true)
      }
    })
  })
}

/** @param {string} why */
async function serve(why) {
  say(`${why}\n改在浏览器里打开写字台。 The desk opens in the browser instead.`)
  process.argv.splice(2, process.argv.length, 'serve', ...words)
  await import(pathToFileURL(join(root, 'dist/cli.mjs')).href)
}

function hasScreen() {
  if (process.platform !== 'linux') return true
  return (process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'] ?? '') !== ''
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`)
}
