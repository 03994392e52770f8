import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The root of the product, where package.json lies. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Bundles the command line and the bench into dist/. Split into chunks, so that a command loads
 * only what it uses; what finds its own files beside its code stays outside.
 */
export async function bundle() {
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'cli/main.ts', bench: 'build/bench/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['harfbuzzjs', 'sharp'],
    // Packages in CommonJS call require() for the modules of Node, which ESM does not have.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    legalComments: 'none',
    logLevel: 'warning',
  })
}
