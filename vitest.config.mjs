import { defineConfig } from 'vitest/config'
import { SkippedReporter } from './build/skipped-reporter.mjs'

const inCi = process.env['BANXIN_CI'] === '1'

export default defineConfig({
  test: {
    include: ['{engine,bridge,host,renderer,cli,build,tests}/**/*.test.ts'],
    globalSetup: './build/bundle-before-tests.mjs',
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', new SkippedReporter(), ...(inCi ? ['json'] : [])],
    outputFile: { json: 'out/tests.json' },
  },
})
