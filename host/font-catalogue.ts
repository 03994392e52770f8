import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { productRoot } from './product-root'

/** A bundled face on disk. `packed` files are WOFF 1.0 and must be unpacked before use. */
export interface FaceFile {
  readonly family: string
  readonly weight: number
  readonly path: string
  readonly packed: boolean
}

/** The families that come with the product, and the weights of each, lightest first. */
export const bundledFamilies: ReadonlyMap<string, readonly number[]> = new Map([
  ['Noto Serif SC', [200, 300, 400, 500, 600, 700, 800, 900]],
  ['Noto Sans SC', [100, 200, 300, 400, 500, 600, 700, 800, 900]],
  ['LXGW WenKai', [300, 400, 700]],
  ['Source Serif 4', [200, 300, 400, 500, 600, 700, 800, 900]],
])

const cuts: Readonly<Record<number, string>> = {
  100: 'Thin',
  200: 'ExtraLight',
  300: 'Light',
  400: 'Regular',
  500: 'Medium',
  600: 'SemiBold',
  700: 'Bold',
  800: 'ExtraBold',
  900: 'Black',
}

const require = createRequire(import.meta.url)

/** Where a bundled face lies; `undefined` when the product has no such family or weight. */
export function locateFace(family: string, weight: number): FaceFile | undefined {
  if (!(bundledFamilies.get(family) ?? []).includes(weight)) return undefined
  if (family === 'LXGW WenKai') return locateKai(weight)
  const cut = `${weight}${cuts[weight] ?? ''}`
  const file = `${family.replaceAll(' ', '')}_${cut}.ttf`
  const folder = packageFolder(`@expo-google-fonts/${family.toLowerCase().replaceAll(' ', '-')}`)
  return { family, weight, path: join(folder, cut, file), packed: false }
}

/** The Kai comes packed; the build unpacks it once, and where it has not run yet we do. */
function locateKai(weight: number): FaceFile {
  const family = 'LXGW WenKai'
  const unpacked = join(productRoot, 'dist/fonts', `LXGWWenKai-${weight}.ttf`)
  if (existsSync(unpacked)) return { family, weight, path: unpacked, packed: false }
  // The package files the regular weight under 500; its own OS/2 table says 400.
  const filed = weight === 400 ? 500 : weight
  const path = require.resolve(
    `@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-${filed}-normal.woff`,
  )
  return { family, weight, path, packed: true }
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`))
}
