import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from '../../build/bundle.mjs'

/*
 * Kills a desk 200 times while somebody types, and looks each time whether anything is lost:
 * `node tests/torture/journal.mjs [kills] [seed]`.
 */
const [, , kills = '200', seed = '1'] = process.argv

// One folder below the root, as dist/ is, from where the product and its packages are found.
await build({
  absWorkingDir: root,
  entryPoints: {
    'torture-typist': 'tests/torture/typist.ts',
    'torture-journal': 'tests/torture/torture-journal.ts',
  },
  outdir: 'out',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['harfbuzzjs', 'sharp'],
  logLevel: 'warning',
})
/** @type {typeof import('./torture-journal')} */
const { tortureJournal } = await import(pathToFileURL(`${root}out/torture-journal.mjs`).href)

const all = []
await tortureJournal(`${root}out/torture-typist.mjs`, Number(kills), Number(seed), (kill) => {
  all.push(kill)
  if (all.length % 20 === 0) process.stdout.write(`${all.length} kills\n`)
})
const open = all.filter(({ wasOpen }) => wasOpen).length
const most = Math.max(...all.map(({ recovered }) => recovered))
process.stdout.write(
  `${all.length} kills, ${open} of them while somebody typed, up to batch ${most}: nothing lost\n`,
)
