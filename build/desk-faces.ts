import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative, sep } from 'node:path'
import type { Face } from '../engine/fonts/face'
import { createSubsetter } from '../engine/fonts/subset'
import { locateFace } from '../host/font-catalogue'
import { loadFaces } from '../host/load-faces'

type FaceName = readonly [family: string, weight: number]

/** What the controls are set in, and all else until its own faces are there. */
const FIRST_FACE: FaceName = ['Noto Sans SC', 400]
/** What else the controls and the editors are set in. */
const OTHER_HAN_FACES: readonly FaceName[] = [
  ['Noto Sans SC', 500],
  ['Noto Sans SC', 700],
  ['Noto Serif SC', 400],
  ['Noto Serif SC', 700],
  ['Noto Serif SC', 900],
  ['LXGW WenKai', 400],
]
const LATIN_FACES: readonly FaceName[] = [
  ['Source Serif 4', 400],
  ['Source Serif 4', 700],
  ['Source Serif 4', 900],
]

/** A run of code points, both ends among them. */
type Range = readonly [first: number, last: number]

/** What the Latin companion takes from a Han face; quotation marks and dashes it leaves. */
const LATIN: readonly Range[] = [
  [0x20, 0x7e],
  [0xc0, 0x24f],
]
const HAN_BLOCKS: readonly Range[] = [
  [0x4e00, 0x5fff],
  [0x6000, 0x71ff],
  [0x7200, 0x83ff],
  [0x8400, 0x9fff],
]
/** Latin letters, punctuation, signs, kana and full-width forms. */
const SIGNS: readonly Range[] = [
  [0x20, 0x24f],
  [0x2c6, 0x2dd],
  [0x2000, 0x27ff],
  [0x3000, 0x30ff],
  [0x3200, 0x33ff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
]
/** The rows of the two levels of GB/T 2312: 3,755 characters by sound, 3,008 by radical. */
const COMMON_ROWS: Range = [16, 55]
const RARER_ROWS: Range = [56, 87]

/**
 * Cuts the faces of the desk into a folder, beside the style sheets that name them: `first.css` for
 * what is seen at once, `others.css` for what comes when the first page has been painted. A Han
 * face is there in parts, and a browser fetches one when a character of it is shown: what makes up
 * more than 99 % of modern text, the rest of GB/T 2312 in a few, and all. So a desk looks alike on
 * every machine.
 */
export async function cutDeskFaces(folder: string): Promise<void> {
  const require = createRequire(import.meta.url)
  const wasm = await readFile(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'))
  const subsetter = await createSubsetter(wasm)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const cut = (face: Face, name: string, codePoints: readonly number[]): string => {
    const file = `${face.postScriptName}-${name}.ttf`
    writeFileSync(join(folder, file), subsetter.subsetText(face, codePoints))
    return file
  }
  const cutHan = (face: Face): readonly string[] => cutFace(face, cut, pathOf(face, folder))
  const first = await open([FIRST_FACE])
  const han = await open(OTHER_HAN_FACES)
  const latin = await open(LATIN_FACES)
  const others = [
    ...latin.map((face) => ruleOf(face, cut(face, 'latin', LATIN.flatMap(spread)), LATIN)),
    ...han.flatMap(cutHan),
  ]
  writeFileSync(join(folder, 'first.css'), first.flatMap(cutHan).join('\n'))
  writeFileSync(join(folder, 'others.css'), others.join('\n'))
}

function open(faces: readonly FaceName[]): Promise<readonly Face[]> {
  return loadFaces(faces.map(([family, weight]) => ({ family, weight })))
}

/** The rules of a Han face. Of those that a character is in, the later come first. */
function cutFace(
  face: Face,
  cut: (face: Face, name: string, codePoints: readonly number[]) => string,
  whole: string,
): readonly string[] {
  const common = [...SIGNS.flatMap(spread), ...decodeRows(COMMON_ROWS)].sort((a, b) => a - b)
  const rarer = decodeRows(RARER_ROWS)
  const parts = HAN_BLOCKS.map(([first, last], index) => {
    const inside = rarer.filter((code) => code >= first && code <= last)
    return ruleOf(face, cut(face, `rarer${String(index + 1)}`, inside), [[first, last]])
  })
  return [
    ruleOf(face, whole),
    ...parts,
    ruleOf(face, cut(face, 'common', common), rangesOf(common)),
  ]
}

function ruleOf({ family, weight }: Face, url: string, ranges: readonly Range[] = []): string {
  const hex = (code: number): string => code.toString(16)
  const written = ranges.map(([first, last]) =>
    first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`,
  )
  const range = written.length === 0 ? '' : `unicode-range:${written.join(',')};`
  return `@font-face{font-family:'${family}';font-weight:${String(weight)};font-display:block;src:url('${url}');${range}}`
}

/** Where the whole face lies, as the style sheet in a folder names it. */
function pathOf({ family, weight }: Face, folder: string): string {
  const path = locateFace(family, weight)?.path ?? ''
  return relative(folder, path).split(sep).join('/')
}

function spread([first, last]: Range): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** The Han characters in rows of GB/T 2312, as code points. */
function decodeRows(rows: Range): readonly number[] {
  const decoder = new TextDecoder('gb18030')
  const bytes = spread(rows).flatMap((row) =>
    spread([0xa1, 0xfe]).flatMap((cell) => [row + 0xa0, cell]),
  )
  const decoded = [...decoder.decode(Uint8Array.from(bytes))].map(
    (each) => each.codePointAt(0) ?? 0,
  )
  return decoded.filter((code) => code >= 0x4e00 && code <= 0x9fff)
}

/** Ascending code points as runs. */
function rangesOf(codePoints: readonly number[]): readonly Range[] {
  const ranges: Range[] = []
  for (const code of codePoints) {
    const last = ranges.at(-1)
    if (last?.[1] === code - 1) ranges[ranges.length - 1] = [last[0], code]
    else ranges.push([code, code])
  }
  return ranges
}
