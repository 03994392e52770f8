import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the desk before the suite, so that what is tested is what lies here. */
export default async function buildDesk(): Promise<void> {
  const configFile = fileURLToPath(new URL('../../build/vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error' })
}
