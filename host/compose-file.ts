import { checkIssue } from '../engine/checks/check-issue'
import type { Issue } from '../engine/document/issue'
import type { Finding } from '../engine/document/message'
import type { Package } from '../engine/document/package'
import { parseTemplate, type Template } from '../engine/document/template'
import type { Face } from '../engine/fonts/face'
import { createFontBook } from '../engine/fonts/font-book'
import { composeIssue } from '../engine/layout/compose-issue'
import type { Composition } from '../engine/layout/composition'
import { requiredFaces } from '../engine/layout/required-faces'
import { createTypesetter } from '../engine/layout/typesetter'
import { checkAssets, type PictureDepth } from './check-assets'
import { loadFaces, machineFaces } from './load-faces'
import { openPackage } from './package-file'

/** A package composed: what it holds, the faces it is set with, its pages, and what is amiss. */
export interface ComposedFile {
  readonly issue: Issue
  readonly template: Template
  readonly assets: Package['assets']
  readonly faces: readonly Face[]
  readonly composition: Composition
  /** Those of composing, of preflight and of the pictures' files, the gravest first. */
  readonly findings: readonly Finding[]
}

/** The parts of composing a file, in order, as they begin. */
export type ComposeStep = 'package' | 'fonts' | 'pages'

/**
 * Opens a package and composes its pages; `depth` says how closely its pictures are looked at.
 * @throws {BanxinError} when the package, its template or a face is not to be had.
 */
export async function composeFile(
  path: string,
  onStep: (step: ComposeStep) => void,
  depth: PictureDepth = 'header',
): Promise<ComposedFile> {
  onStep('package')
  return composePackage(await openPackage(path), onStep, depth)
}

/**
 * Composes the pages of a package that is open, with the faces of a library.
 * @throws {BanxinError} when its template is wrong or a face is not to be had.
 */
export async function composePackage(
  content: Package,
  onStep: (step: ComposeStep) => void,
  depth: PictureDepth = 'header',
  library = machineFaces,
): Promise<ComposedFile> {
  const { document, assets } = content
  const { issue } = document
  const template = parseTemplate(document.template)
  const damage = await checkAssets(content, depth)
  onStep('fonts')
  const faces = await loadFaces(requiredFaces(issue, template), library)
  onStep('pages')
  const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))
  const composition = composeIssue(issue, typesetter)
  const { pages, findings: set } = composition
  const findings = checkIssue({ issue, template, faces, pages, findings: [...damage, ...set] })
  return { issue, template, assets, faces, composition, findings }
}
