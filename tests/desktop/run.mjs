import { spawnSync } from 'node:child_process'

/*
 * Runs the desktop suite; on Linux without a screen, before one that is only in memory. Under
 * BANXIN_CI a missing screen or Electron is a failure, else the suite says what it skipped.
 */
const suite = ['vitest', 'run', '-c', 'tests/desktop/vitest.config.mjs', ...process.argv.slice(2)]
const hasScreen =
  process.platform !== 'linux' ||
  (process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'] ?? '') !== ''
const hasXvfb = spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status === 0
const [program, ...words] =
  hasScreen || !hasXvfb
    ? ['npx', ...suite]
    : ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', 'npx', ...suite]
const { status } = spawnSync(program, words, { stdio: 'inherit' })
process.exitCode = status ?? 1
