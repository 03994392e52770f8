import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'
import type { Template } from '../document/template'
import type { Face } from '../fonts/face'
import type { ComposedPage } from '../layout/page'
import { checkAlternativeTexts } from './alternative-text'
import { checkEmptyIssue } from './empty-issue'
import { checkFaces } from './face-licence'
import { checkStandIns } from './face-stand-in'
import { checkPageCount } from './page-count'
import { checkPictures } from './picture-resolution'
import { checkQrAddresses } from './qr-address'
import { checkRubyLeading } from './ruby-leading'
import { checkSections } from './sections'

/** What a preflight looks at: the document, and the pages it came to with their own findings. */
export interface CheckedIssue {
  readonly issue: Issue
  readonly template: Template
  /** The faces that the pages are set with. */
  readonly faces: readonly Face[]
  readonly pages: readonly ComposedPage[]
  readonly findings: readonly Finding[]
}

/**
 * Preflight: everything that its makers should know of an issue before it goes to press, the
 * gravest first.
 */
export function checkIssue(checked: CheckedIssue): readonly Finding[] {
  const { issue, template, faces, pages, findings } = checked
  const all = [
    ...findings,
    ...checkEmptyIssue(issue),
    ...checkSections(issue, template),
    ...checkQrAddresses(issue),
    ...checkPictures(issue, pages),
    ...checkAlternativeTexts(issue),
    ...checkRubyLeading(issue, template),
    ...checkFaces(faces, pages),
    ...checkStandIns(faces, pages),
    ...checkPageCount(pages.length),
  ]
  const rank = { error: 0, warning: 1, note: 2 }
  return all.sort((a, b) => rank[a.severity] - rank[b.severity])
}

/** Whether findings stand in the way of a print export. */
export function blocksPrint(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error')
}
