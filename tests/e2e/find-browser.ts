import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
]

/** Starts a real Chromium: the one of this machine, else the one that npm brings (Linux x64). */
export async function launchBrowser(): Promise<Browser | undefined> {
  const found = INSTALLED.find((path) => existsSync(path))
  const args = ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb']
  try {
    if (found !== undefined) return await chromium.launch({ executablePath: found, args })
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
    process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
    const { default: packed } = await import('@sparticuz/chromium')
    const executablePath = await packed.executablePath()
    return await chromium.launch({ executablePath, args: [...packed.args, ...args] })
  } catch {
    return undefined
  }
}
