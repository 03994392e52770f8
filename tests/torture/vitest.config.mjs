import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The long runs: `npm run torture`. The tests of every day try a sample of each. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/torture/*.torture.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 7_200_000,
    disableConsoleIntercept: true,
  },
})
