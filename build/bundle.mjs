import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The root of the product, where package.json lies. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * How everything that Node runs is bundled: split into chunks, so that a command loads only what it
 * uses; what finds its own files beside its code stays outside.
 */
const shared = /** @type {const} */ ({
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Packages in CommonJS call require() for the modules of Node, which ESM does not have.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
})

/** What is loaded from its package as the product runs. */
const OUTSIDE = [
  'electron',
  'harfbuzzjs',
  'sharp',
  '@img/sharp-wasm32',
  'playwright-core',
  '@sparticuz/chromium',
]

/**
 * Bundles what Node and Electron run into dist/. Gives the paths of the bundles; one that is as it
 * was is left alone.
 */
export async function bundle() {
  const { outputFiles } = await build({
    ...shared,
    external: OUTSIDE,
    entryPoints: {
      cli: 'cli/main.ts',
      bench: 'build/bench/main.ts',
      electron: 'electron/main.ts',
      'export-worker': 'host/desk/export-worker.ts',
      'desk-faces': 'build/desk-faces.ts',
      'used-faces': 'build/used-faces.ts',
    },
    outdir: 'dist',
    write: false,
  })
  const preload = await bundlePreload('dist/preload.cjs')
  const files = [...outputFiles, ...preload]
  for (const { path, contents } of files) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue
    replaceFile(path, contents)
  }
  return files.map(({ path }) => path)
}

/**
 * Bundles the app alone into a folder: no command line, no loopback host.
 * @param {string} folder
 */
export async function bundleApp(folder) {
  const { outputFiles } = await build({
    ...shared,
    external: OUTSIDE,
    entryPoints: { electron: 'electron/main.ts', 'export-worker': 'host/desk/export-worker.ts' },
    outdir: folder,
    write: false,
  })
  const preload = await bundlePreload(join(folder, 'preload.cjs'))
  for (const { path, contents } of [...outputFiles, ...preload]) replaceFile(path, contents)
}

/**
 * A preload that is sandboxed is one file of CommonJS.
 * @param {string} outfile
 */
async function bundlePreload(outfile) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['electron/preload/preload.ts'],
    outfile,
    write: false,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2023',
    external: ['electron'],
    legalComments: 'none',
    logLevel: 'warning',
  })
  return outputFiles
}

/**
 * Writes a file whole in the place of another, for programs that may be reading that now.
 * @param {string} path
 * @param {Uint8Array} contents
 */
export function replaceFile(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}
