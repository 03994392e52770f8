import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { exportPresets } from '../../engine/document/export-preset'
import { BLACK } from '../../engine/document/ink'
import { createFontBook } from '../../engine/fonts/font-book'
import { createSubsetter } from '../../engine/fonts/subset'
import { composeIssue } from '../../engine/layout/compose-issue'
import type { ComposedPage } from '../../engine/layout/page'
import { createTypesetter, type SetText, type Typesetter } from '../../engine/layout/typesetter'
import { shapeParagraph } from '../../engine/text/shape-paragraph'
import { type ComposedFile, composeFile } from '../../host/compose-file'
import { printPdf } from '../../host/print-pdf'
import { timeOften } from './timing'

const WARM_UPS = 8

/** Milliseconds, in a process that has done the same before, of composing and of writing the PDF. */
export interface WarmExport {
  readonly pageCount: number
  readonly compose: {
    readonly ms: number
    readonly partsMs: { readonly shaping: number; readonly lines: number; readonly layout: number }
    /** The same issue again with all its text remembered. */
    readonly againMs: number
  }
  readonly pdf: {
    readonly ms: number
    readonly partsMs: { readonly subsets: number; readonly writing: number }
  }
}

/** Composes an issue and writes its PDF in this process, over and over. */
export async function measureWarm(path: string, times: number): Promise<WarmExport> {
  const file = await composeFile(path, () => undefined)
  const { pages } = file.composition
  const composeAnew = () => composeIssue(file.issue, freshTypesetter(file))
  // What a process does for the first few times, it does while its program is compiled.
  await timeOften(WARM_UPS, composeAnew)
  const composeMs = await timeOften(times, composeAnew)
  const known = freshTypesetter(file)
  const againMs = await timeOften(times, () => composeIssue(file.issue, known))
  const { textMs, texts } = await watchText(file, times)
  const shaping = await timeOften(times, () => {
    shapeAll(texts)
  })
  const { composition } = file
  const choice = { composition, preset: exportPresets.press, sheet: 'marks' } as const
  const pdfMs = await timeOften(times, () => printPdf(file, choice, new Map()))
  const subsets = await timeOften(times, () => subsetAll(file))
  return {
    pageCount: pages.length,
    compose: {
      ms: composeMs,
      partsMs: { shaping, lines: textMs - shaping, layout: composeMs - textMs },
      againMs,
    },
    pdf: { ms: pdfMs, partsMs: { subsets, writing: pdfMs - subsets } },
  }
}

function freshTypesetter({ template, faces }: ComposedFile): Typesetter {
  return createTypesetter(template, createFontBook(template.fonts, faces))
}

/** How long composing spends in setting text, and the texts that it sets. */
async function watchText(
  file: ComposedFile,
  times: number,
): Promise<{ textMs: number; texts: ReadonlySet<SetText> }> {
  let texts = new Set<SetText>()
  const spent: number[] = []
  await timeOften(times, () => {
    const typesetter = freshTypesetter(file)
    let ms = 0
    texts = new Set()
    composeIssue(file.issue, {
      ...typesetter,
      setText(...call) {
        const from = performance.now()
        const set = typesetter.setText(...call)
        ms += performance.now() - from
        texts.add(set)
        return set
      },
    })
    spent.push(ms)
  })
  return { textMs: [...spent].sort((a, b) => a - b)[times >> 1] ?? 0, texts }
}

function shapeAll(texts: ReadonlySet<SetText>): void {
  for (const { paragraph, bound } of texts) {
    const style = { ...bound.character, ink: BLACK }
    shapeParagraph([{ text: paragraph.text, style, noBreak: false }], bound.setting)
  }
}

async function subsetAll({ faces, composition }: ComposedFile): Promise<void> {
  const require = createRequire(import.meta.url)
  const wasm = await readFile(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'))
  const subsetter = await createSubsetter(wasm)
  const used = usedGlyphs(composition.pages)
  for (const face of faces) {
    const glyphs = used.get(face.id)
    if (glyphs !== undefined) subsetter.subset(face, glyphs)
  }
}

function usedGlyphs(pages: readonly ComposedPage[]): ReadonlyMap<string, ReadonlySet<number>> {
  const used = new Map<string, Set<number>>()
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind !== 'glyphs') continue
    const glyphs = used.get(item.face) ?? new Set()
    for (const glyph of item.glyphs) glyphs.add(glyph)
    used.set(item.face, glyphs)
  }
  return used
}
