import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { SkippedReporter } from '../../build/skipped-reporter.mjs'

const inCi = process.env['BANXIN_CI'] === '1'

/** The desktop suite, in the real Electron: `npm run test:desktop`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/desktop/**/*.desktop.ts'],
    globalSetup: 'tests/desktop/build-app.mjs',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A machine that does other things besides takes more than a second now and then.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', new SkippedReporter(), ...(inCi ? ['json'] : [])],
    outputFile: { json: 'out/desktop.json' },
  },
})
