import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { Face } from '../../engine/fonts/face'
import { openFace } from '../../engine/fonts/open-face'
import { unpackWoff } from '../../engine/fonts/woff'

const packages = resolve(import.meta.dirname, '../../node_modules')

/** The bytes of a file of an installed package. */
export function readPackageFile(path: string): Uint8Array {
  // A Buffer's slice() shares memory, which a plain Uint8Array's does not.
  return new Uint8Array(readFileSync(resolve(packages, path)))
}

/** The bundled faces that tests set text with, by a short name. */
export const facePaths = {
  song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  songBold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  hei: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  heiBold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  kai: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
  latin: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
} as const

const identities = {
  song: { family: 'Noto Serif SC', weight: 400 },
  songBold: { family: 'Noto Serif SC', weight: 700 },
  hei: { family: 'Noto Sans SC', weight: 400 },
  heiBold: { family: 'Noto Sans SC', weight: 700 },
  kai: { family: 'LXGW WenKai', weight: 500 },
  latin: { family: 'Source Serif 4', weight: 400 },
} as const

/** Opens a bundled face; Kai is unpacked from its WOFF file first. */
export function openBundledFace(name: keyof typeof facePaths): Face {
  const packed = readPackageFile(facePaths[name])
  const bytes = facePaths[name].endsWith('.woff')
    ? unpackWoff(packed, (part) => inflateSync(part), name)
    : packed
  return openFace(bytes, identities[name])
}

/** The bytes of HarfBuzz's subsetter. */
export function readSubsetterWasm(): Uint8Array {
  return readPackageFile('harfbuzzjs/dist/harfbuzz-subset.wasm')
}
