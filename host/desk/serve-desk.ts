import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BanxinError } from '../../engine/document/message'
import { openPackage } from '../package-file'
import { productRoot } from '../product-root'
import { openDesk } from './desk'
import type { DeskOptions } from './desk-room'
import { type LoopbackServer, startLoopbackServer } from './loopback-server'

/** A desk with nobody at it goes on that long: as long as a computer may be put aside. */
const IDLE_STOP_MS = 15 * 60_000

/**
 * Serves the built desk to the browsers of this machine, until it is stopped or nobody has been at
 * it for a quarter of an hour.
 * @throws {BanxinError} `desk-not-built`, or why the file to start with cannot be opened.
 */
export async function serveDesk({ startFile, ...options }: DeskOptions): Promise<LoopbackServer> {
  const root = join(productRoot, 'dist/desk')
  if (!existsSync(join(root, 'index.html'))) throw notBuilt()
  if (startFile !== undefined) await openPackage(startFile)
  const first = startFile === undefined ? {} : { startFile: resolve(startFile) }
  const desk = await openDesk({ ...options, ...first })
  return startLoopbackServer(desk, { root, idleStopMs: IDLE_STOP_MS })
}

function notBuilt(): BanxinError {
  return new BanxinError('desk-not-built', {
    what: { zh: '写字台还没有构建', en: 'The desk is not built yet' },
    where: 'dist/desk',
    mend: { zh: '请先运行 npm run build', en: 'Run npm run build first' },
  })
}
