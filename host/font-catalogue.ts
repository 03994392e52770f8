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

/** The families that the product is made with, and all weights of each, lightest first. */
const FAMILIES = [
  ['Noto Serif SC', [200, 300, 400, 500, 600, 700, 800, 900]],
  ['Noto Sans SC', [100, 200, 300, 400, 500, 600, 700, 800, 900]],
  ['LXGW WenKai', [300, 400, 700]],
  ['Source Serif 4', [200, 300, 400, 500, 600, 700, 800, 900]],
] as const

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

/**
 * The families that come with the product, and those of their weights that do, lightest first: a
 * release has only what its templates use.
 */
export const bundledFamilies: ReadonlyMap<string, readonly number[]> = new Map(
  FAMILIES.map(([family, weights]) => [
    family,
    weights.filter((weight) => findFace(family, weight) !== undefined),
  ]),
)

/** Where a bundled face lies; `undefined` when the product has no such family or weight. */
export function locateFace(family: string, weight: number): FaceFile | undefined {
  const isBundled = bundledFamilies.get(family)?.includes(weight) === true
  return isBundled ? findFace(family, weight) : undefined
}

function findFace(family: string, weight: number): FaceFile | undefined {
  const file = family === 'LXGW WenKai' ? kaiFile(weight) : plainFile(family, weight)
  return file !== undefined && existsSync(file.path) ? file : undefined
}

function plainFile(family: string, weight: number): FaceFile | undefined {
  const folder = packageFolder(`@expo-google-fonts/${family.toLowerCase().replaceAll(' ', '-')}`)
  if (folder === undefined) return undefined
  const cut = `${weight}${cuts[weight] ?? ''}`
  const path = join(folder, cut, `${family.replaceAll(' ', '')}_${cut}.ttf`)
  return { family, weight, path, packed: false }
}

/** The Kai comes packed; the build unpacks it once, and where it has not run yet we do. */
function kaiFile(weight: number): FaceFile | undefined {
  const family = 'LXGW WenKai'
  const unpacked = join(productRoot, 'dist/fonts', `LXGWWenKai-${weight}.ttf`)
  if (existsSync(unpacked)) return { family, weight, path: unpacked, packed: false }
  const folder = packageFolder('@fontsource/lxgw-wenkai')
  if (folder === undefined) return undefined
  // The package files the regular weight under 500; its own OS/2 table says 400.
  const filed = weight === 400 ? 500 : weight
  const path = join(folder, `files/lxgw-wenkai-latin-${filed}-normal.woff`)
  return { family, weight, path, packed: true }
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}
