import { chmodSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import { build } from 'esbuild'
import { build as buildWithVite } from 'vite'
import { bundle, replaceFile, root } from './bundle.mjs'

/*
 * Makes dist/ from a checkout with its packages installed: what Node runs, bundled; the Kai faces
 * as plain TrueType; the faces of the desk, and the desk. `npm ci` runs it as its last step.
 */
removeOthers(await bundle())
await unpackKai()
await cutFaces()
await buildDesk()
linkCommand()

/**
 * Bundles of other sources than these are of no use to anyone.
 * @param {string[]} bundles
 */
function removeOthers(bundles) {
  const folder = join(root, 'dist')
  for (const name of readdirSync(folder))
    if (name.endsWith('.mjs') && !bundles.includes(join(folder, name))) rmSync(join(folder, name))
}

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
    replaceFile(join(folder, name), bytes)
  }
}

async function cutFaces() {
  /** @type {typeof import('./desk-faces')} */
  const { cutDeskFaces } = await import(pathToFileURL(join(root, 'dist/desk-faces.mjs')).href)
  await cutDeskFaces(join(root, 'dist/fonts/desk'))
}

async function buildDesk() {
  await buildWithVite({ configFile: join(root, 'build/vite.config.ts'), logLevel: 'error' })
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
