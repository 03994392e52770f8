import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { SkippedReporter } from '../../build/skipped-reporter.mjs'

const inCi = process.env['BANXIN_CI'] === '1'

/** The end-to-end suite: `npm run test:e2e`, after the desk has been built. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: 'tests/e2e/build-desk.mjs',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A machine that does other things besides takes more than a second now and then.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', new SkippedReporter(), ...(inCi ? ['json'] : [])],
    outputFile: { json: 'out/e2e.json' },
  },
})
