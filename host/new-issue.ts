import { dirname } from 'node:path'
import type { Asset } from '../engine/document/asset'
import { BanxinError } from '../engine/document/message'
import { parseTemplate, type Template } from '../engine/document/template'
import type {
  IssueDetails,
  Manuscript,
  ManuscriptSection,
  ManuscriptWarning,
} from '../engine/manuscript/manuscript'
import { manuscriptToIssue } from '../engine/manuscript/manuscript-to-issue'
import { readManuscript } from '../engine/manuscript/read-manuscript'
import { savePackage } from './package-file'
import { type Picture, readPicture } from './picture-file'
import { inFile } from './place-error'
import { readText } from './read-text'
import { readTemplate, readTemplateFile } from './templates'
import { checkEnding } from './check-ending'
import { checkTarget } from './write-file'

/** What an issue is made of; paths as they were typed. */
export interface NewIssueRequest {
  /** The name of a template that comes with the product, or the path of one, which ends in `.json`. */
  readonly template: string
  readonly manuscript: string
  readonly output: string
  /** The folder of its photos; that of the manuscript unless given. */
  readonly photos?: string
  /** What goes before the front matter of the manuscript. */
  readonly given: IssueDetails
  /** The date of an issue that has none, `YYYY-MM-DD`. */
  readonly today: string
}

/** What an issue came to. */
export interface NewIssue {
  readonly number: number
  readonly sectionCount: number
  readonly storyCount: number
  readonly pictureCount: number
  readonly warnings: readonly ManuscriptWarning[]
}

/**
 * Makes an issue of a template, a manuscript and photos, and saves it as a package.
 * @throws {BanxinError} when one of them cannot be read or is wrong; then nothing is written.
 */
export async function newIssue(request: NewIssueRequest): Promise<NewIssue> {
  await checkTarget(request.output)
  checkEnding(request.output, '.banxin')
  const { template: named } = request
  const raw = await (named.endsWith('.json') ? readTemplateFile(named) : readTemplate(named))
  const template = parseTemplate(raw)
  const text = await readText(request.manuscript)
  const manuscript = inFile(request.manuscript, () => readManuscript(text))
  const pictures = await readPictures(manuscript, request.photos ?? dirname(request.manuscript))
  const { name, publisher, notice } = template.publication
  const details: IssueDetails = {
    name,
    publisher,
    ...(notice === undefined ? {} : { notice }),
    number: 1,
    date: request.today,
    ...manuscript.details,
    ...request.given,
  }
  const issue = inFile(request.manuscript, () =>
    manuscriptToIssue(manuscript, {
      id: `issue-${details.number ?? 1}`,
      template: { id: template.id, version: template.version },
      details,
      sectionStyleFor: (section, index) => chooseSectionStyle(section, index, template),
      photos: new Map([...pictures].map(([photo, picture]) => [photo, describeAsset(picture)])),
    }),
  )
  const assets = new Map([...pictures.values()].map(({ id, bytes }) => [id, bytes]))
  await savePackage(request.output, { document: { issue, template: raw }, assets })
  return {
    number: issue.number,
    sectionCount: issue.sections.length,
    storyCount: Object.keys(issue.records.stories).length,
    pictureCount: Object.keys(issue.assets).length,
    warnings: manuscript.warnings,
  }
}

/** The photos that a manuscript asks for; one that is not there is left to it to name. */
async function readPictures(
  { photos }: Manuscript,
  folder: string,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>()
  for (const { name } of photos) {
    if (pictures.has(name)) continue
    try {
      pictures.set(name, await readPicture(folder, name))
    } catch (error) {
      if (!(error instanceof BanxinError && error.code === 'file-missing')) throw error
    }
  }
  return pictures
}

function describeAsset({ id, name, mediaType, width, height }: Picture): Asset {
  return { id, name, mediaType, width, height }
}

/** A section that is only briefs has a style of its own, and so has one that opens an issue. */
function chooseSectionStyle(
  { stories }: ManuscriptSection,
  index: number,
  { assign }: Template,
): string {
  const blocks = stories.flatMap(({ body }) => body.content ?? [])
  const isBriefs = stories.every(({ headline }) => headline === '')
  const hasOnlyBriefs = blocks.every(({ type }) => type !== 'paragraph')
  const hasBriefs = blocks.some(({ type }) => type === 'brief_list')
  if (isBriefs && hasOnlyBriefs && hasBriefs) return assign.briefs
  return index === 0 ? assign.first : assign.other
}
