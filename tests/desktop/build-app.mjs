import { join } from 'node:path'
import { build } from 'vite'
import { bundle, root } from '../../build/bundle.mjs'

/** The app is tried as it is built from the sources under test. */
export default async function setup() {
  await bundle()
  await build({ configFile: join(root, 'build/vite.config.ts'), logLevel: 'error' })
}
