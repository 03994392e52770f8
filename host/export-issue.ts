import { blocksPrint } from '../engine/checks/check-issue'
import { exportPresets, type PresetName, sheetOf } from '../engine/document/export-preset'
import { BanxinError } from '../engine/document/message'
import type { Package } from '../engine/document/package'
import { composeFile, composePackage, type ComposedFile, type ComposeStep } from './compose-file'
import { machineFaces } from './load-faces'
import { preparePictures } from './prepare-pictures'
import { checkEnding } from './check-ending'
import { checkTarget, writeAtomically } from './write-file'

/** A part of an export as it begins. */
export type ExportStep =
  | { readonly part: ComposeStep | 'pdf' | 'file' }
  | { readonly part: 'pictures'; readonly done: number; readonly total: number }

/** How an issue is exported. Without `pages` (indices, in order), all of them are. */
export interface ExportOptions {
  readonly preset: PresetName
  /** Crop and registration marks, where the preset has them. */
  readonly marks: boolean
  readonly pages?: readonly number[]
  /** Exports though there are errors: what does not fit is left out, a lost picture is grey. */
  readonly acceptErrors?: boolean
  readonly onStep: (step: ExportStep) => void
}

/** What an export came to. */
export interface Exported {
  readonly pageCount: number
  readonly byteCount: number
}

/** Composes what is to be exported, telling of each step. */
type Compose = (onStep: (part: ComposeStep) => void) => Promise<ComposedFile>

/**
 * Exports a package as a PDF. The target is written only when all else is done.
 * @throws {BanxinError} when something is not to be had, or an error stands in the way of printing
 * that is not accepted: a story that does not fit, a character that no face has.
 */
export async function exportIssue(
  path: string,
  target: string,
  options: ExportOptions,
): Promise<Exported> {
  await checkTarget(target)
  checkEnding(target, '.pdf')
  return exportComposed((onStep) => composeFile(path, onStep), target, options)
}

/** Exports a package that is open, as `exportIssue` does, with the faces of a library. */
export async function exportPackage(
  content: Package,
  target: string,
  options: ExportOptions,
  library = machineFaces,
): Promise<Exported> {
  const compose: Compose = (onStep) => composePackage(content, onStep, 'header', library)
  return exportComposed(compose, target, options)
}

async function exportComposed(
  compose: Compose,
  target: string,
  { preset: presetName, marks, pages, acceptErrors = false, onStep }: ExportOptions,
): Promise<Exported> {
  await checkTarget(target)
  // Whatever writes PDFs is loaded while the disk gives the faces.
  const [file, { choosePages, printPdf }] = await Promise.all([
    compose((part) => {
      onStep({ part })
    }),
    import('./print-pdf'),
  ])
  if (!acceptErrors) refuseErrors(file)
  const preset = exportPresets[presetName]
  const all = file.composition
  const composition = pages === undefined ? all : choosePages(all, pages)
  const pictures = await preparePictures(
    composition.pages,
    file.issue,
    file.assets,
    { treatment: preset.pictures, acceptErrors },
    (done, total) => {
      onStep({ part: 'pictures', done, total })
    },
  )
  onStep({ part: 'pdf' })
  const bytes = await printPdf(
    file,
    { composition, preset, sheet: sheetOf(preset, marks) },
    pictures,
  )
  onStep({ part: 'file' })
  await writeAtomically(target, bytes, { precious: false })
  return { pageCount: composition.pages.length, byteCount: bytes.length }
}

/** The gravest finding speaks for all: one line, and how many more there are. */
function refuseErrors({ findings }: ComposedFile): void {
  const errors = findings.filter((finding) => blocksPrint([finding]))
  const [first] = errors
  if (first === undefined) return
  const { what, where, mend } = first.explanation
  const more = errors.length - 1
  throw new BanxinError(first.code, {
    what,
    where,
    mend:
      more === 0
        ? mend
        : {
            zh: `${mend.zh}；另有 ${more} 处错误`,
            en: `${mend.en}; there are ${more} more errors`,
          },
  })
}
