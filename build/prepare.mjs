import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { build } from 'esbuild'
import { bundle, root } from './bundle.mjs'

/*
 * Makes dist/ from a checkout with its packages installed: the bundled command line and bench,
 * and the Kai faces as plain TrueType. `npm ci` runs it as its last step.
 */
rmSync(join(root, 'dist'), { recursive: true, force: true })
await bundle()
await unpackKai()
linkCommand()

/** The package has each weight as WOFF alone; opening that in every run would cost its time. */
async function unpackKai() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['engine/fonts/woff.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  })
  const code = outputFiles[0]?.text ?? ''
  /** @type {typeof import('../engine/fonts/woff')} */
  const { unpackWoff } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  const require = createRequire(import.meta.url)
  const folder = join(root, 'dist/fonts')
  mkdirSync(folder)
  // The package files the regular weight under 500; its own OS/2 table says 400.
  for (const [weight, filed] of [
    [300, 300],
    [400, 500],
    [700, 700],
  ]) {
    const packed = require.resolve(
      `@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-${filed}-normal.woff`,
    )
    const name = `LXGWWenKai-${weight}.ttf`
    const bytes = unpackWoff(
      readFileSync(packed),
      (deflated, length) => inflateSync(deflated, { maxOutputLength: length }),
      name,
    )
    writeFileSync(join(folder, name), bytes)
  }
}

/** `npx banxin` looks among the commands of installed packages first, and never asks a registry. */
function linkCommand() {
  const command = join(root, 'cli/banxin.mjs')
  if (process.platform === 'win32') return
  const link = join(root, 'node_modules/.bin/banxin')
  chmodSync(command, 0o755)
  rmSync(link, { force: true })
  symlinkSync('../../cli/banxin.mjs', link)
}
