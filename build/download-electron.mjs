import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ELECTRON_PACKAGE } from './electron-runtime.mjs'

const REACH_MS = 5_000
const MOST_DOWNLOAD_MS = 15 * 60_000

/**
 * Has the package of Electron download its program, where its host can be reached; gives whether it
 * is there afterwards.
 * @param {(line: string) => void} say
 */
export async function downloadElectron(say) {
  if (!(await isReachable())) return false
  say('正在下载 Electron（只此一次）… Downloading Electron, this once…')
  const { status } = spawnSync(process.execPath, [join(ELECTRON_PACKAGE, 'install.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: MOST_DOWNLOAD_MS,
  })
  return status === 0
}

async function isReachable() {
  const require = createRequire(join(ELECTRON_PACKAGE, 'package.json'))
  try {
    const { getArtifactRemoteURL } = await import(require.resolve('@electron/get'))
    const { version } = JSON.parse(readFileSync(join(ELECTRON_PACKAGE, 'package.json'), 'utf8'))
    const { platform, arch } = process
    const details = { artifactName: 'electron', version, platform, arch, mirrorOptions: {} }
    const url = await getArtifactRemoteURL(details)
    const { ok } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) })
    return ok
  } catch {
    return false
  }
}
