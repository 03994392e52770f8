import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { Face } from '../../engine/fonts/face'
import { openFace } from '../../engine/fonts/open-face'
import { viewOf } from '../../engine/fonts/sfnt'
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

/** A collection that holds one face twice, each time with a directory of its own. */
export function makeCollection(face: Uint8Array): Uint8Array {
  const tableCount = viewOf(face).getUint16(4)
  const directory = face.slice(0, 12 + 16 * tableCount)
  const starts = [20, 20 + directory.length]
  const shift = 20 + 2 * directory.length
  for (let index = 0; index < tableCount; index++) {
    const at = 12 + 16 * index + 8
    viewOf(directory).setUint32(at, viewOf(directory).getUint32(at) + shift)
  }
  const bytes = new Uint8Array(shift + face.length)
  const view = viewOf(bytes)
  view.setUint32(0, 0x74746366)
  view.setUint32(4, 0x00010000)
  view.setUint32(8, 2)
  for (const [index, start] of starts.entries()) {
    view.setUint32(12 + 4 * index, start)
    bytes.set(directory, start)
  }
  bytes.set(face, shift)
  return bytes
}
