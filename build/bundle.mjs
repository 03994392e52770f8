import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The root of the product, where package.json lies. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Bundles what Node runs into dist/. Split into chunks, so that a command loads
 * only what it uses; what finds its own files beside its code stays outside. Gives the paths of
 * the bundles; one that is as it was is left alone.
 */
export async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: {
      cli: 'cli/main.ts',
      bench: 'build/bench/main.ts',
      'export-worker': 'host/desk/export-worker.ts',
      'desk-faces': 'build/desk-faces.ts',
      electron: 'electron/main.ts',
    },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: [
      'electron',
      'harfbuzzjs',
      'sharp',
      '@img/sharp-wasm32',
      'playwright-core',
      '@sparticuz/chromium',
    ],
    // Packages in CommonJS call require() for the modules of Node, which ESM does not have.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    legalComments: 'none',
    logLevel: 'warning',
  })
  // A preload that is sandboxed is one file of CommonJS.
  const preload = await build({
    absWorkingDir: root,
    entryPoints: ['electron/preload/preload.ts'],
    outfile: 'dist/preload.cjs',
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
  const files = [...outputFiles, ...preload.outputFiles]
  for (const { path, contents } of files) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue
    replaceFile(path, contents)
  }
  return files.map(({ path }) => path)
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
