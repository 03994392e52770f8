#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../dist/cli.mjs', import.meta.url)
if (existsSync(program)) {
  await import(program.href)
} else {
  process.stderr.write('还没有构建，请先运行 npm run build。 Not built yet: run npm run build.\n')
  process.exitCode = 1
}
