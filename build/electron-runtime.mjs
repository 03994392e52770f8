import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './bundle.mjs'

const require = createRequire(import.meta.url)

/** Where the runtime that npm carries is unpacked; see `fetch-runtime.mjs`. */
export const FETCHED = join(root, '.runtime/electron')

/** The package of Electron, which downloads its program when it is wanted. */
export const ELECTRON_PACKAGE = dirname(require.resolve('electron/package.json'))

/**
 * @typedef {object} Runtime An Electron on this machine.
 * @property {string} program its path
 * @property {string} version of Electron
 * @property {'given' | 'installed' | 'fetched'} source
 */

/**
 * The Electron that is here: the one that `ELECTRON_OVERRIDE_DIST_PATH` names, the one that its
 * package has downloaded, or the one that was fetched from npm.
 * @returns {Runtime | undefined}
 */
export function findRuntime() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (given !== undefined) return runtimeIn(given, 'given')
  const installed = runtimeIn(join(ELECTRON_PACKAGE, 'dist'), 'installed')
  return installed ?? runtimeIn(FETCHED, 'fetched')
}

/**
 * The Electron in a folder, if there is one.
 * @param {string} folder
 * @param {Runtime['source']} source
 * @returns {Runtime | undefined}
 */
export function runtimeIn(folder, source) {
  const program = join(folder, programName())
  const about = join(folder, 'version')
  if (!existsSync(program) || !existsSync(about)) return undefined
  return { program, version: readFileSync(about, 'utf8').trim().replace(/^v/, ''), source }
}

/** Where the program lies in a folder of Electron. */
function programName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
