import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
]

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb']

/**
 * Starts a real Chromium: the one of this machine, else the one that npm brings (Linux x64).
 * `BANXIN_BROWSER` asks for one of them: `npm`, or the path of a program; then it must be there.
 * `switches` are added to those that every browser gets.
 */
export async function launchBrowser(
  switches: readonly string[] = [],
): Promise<Browser | undefined> {
  const wanted = process.env['BANXIN_BROWSER']
  const args = [...ARGUMENTS, ...switches]
  if (wanted === 'npm') return launchPackaged(args)
  const found = wanted ?? INSTALLED.find((path) => existsSync(path))
  if (found !== undefined) return chromium.launch({ executablePath: found, args })
  return launchPackaged(args).catch(() => undefined)
}

async function launchPackaged(args: string[]): Promise<Browser> {
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  // Not with the switches that it brings: they turn off the guards of the web, which are tested.
  return chromium.launch({ executablePath: await packed.executablePath(), args })
}
