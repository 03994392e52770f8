import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build as bundleScript } from 'esbuild'
import { build } from 'vite'
import { bundle, root } from '../../build/bundle.mjs'

/**
 * Builds the desk and what its host starts, so that what is tested is what lies here. Each run has
 * a desk of its own, which no other build takes away under it.
 * @param {import('vitest/node').TestProject} project
 */
export default async function buildDesk(project) {
  const deskRoot = mkdtempSync(join(tmpdir(), 'banxin-e2e-desk-'))
  // Some tests give up their rights, and must be able to read it still.
  chmodSync(deskRoot, 0o755)
  // One folder below the root, as dist/ is, from where the product and its packages are found.
  const servingProgram = join(root, `out/serve-file-${process.pid}.mjs`)
  await Promise.all([
    bundle(),
    build({
      configFile: join(root, 'build/vite.config.ts'),
      logLevel: 'error',
      build: { outDir: deskRoot, emptyOutDir: true },
    }),
    bundleScript({
      absWorkingDir: root,
      entryPoints: ['tests/e2e/serve-file.ts'],
      outfile: servingProgram,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      external: ['harfbuzzjs', 'sharp'],
      logLevel: 'warning',
    }),
  ])
  project.provide('deskRoot', deskRoot)
  project.provide('servingProgram', servingProgram)
  return () => {
    rmSync(deskRoot, { recursive: true, force: true })
    rmSync(servingProgram)
  }
}
