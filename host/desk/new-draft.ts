import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ISSUE_VERSION, type Issue } from '../../engine/document/issue'
import type { Section } from '../../engine/document/section'
import { parseTemplate } from '../../engine/document/template'
import { openPackage, savePackage } from '../package-file'
import { hidePath } from './path-names'
import { standingOrder } from '../standing-order'
import { listTemplates, readTemplate } from '../templates'
import { deskError } from './desk-error'
import { draftPath } from './drafts'

/** What an empty issue begins with. */
export interface DraftRequest {
  /** The name of a template that comes with the product. */
  readonly template: string
  readonly number: number
  readonly totalNumber?: number | undefined
  /** `YYYY-MM-DD` */
  readonly date: string
  /** The issue before it: of the same periodical, with the same sections, as yet without stories. */
  readonly before?: Issue | undefined
}

/** Something to begin with: what it is asked for by, and what people call it. */
export interface Named {
  readonly name: string
  readonly title: string
}

/** An issue of a template without stories, as a draft in a folder; gives its path. */
export async function createDraft(
  folder: string,
  { template, number, totalNumber, date, before }: DraftRequest,
): Promise<string> {
  const raw = await readTemplate(template)
  const { id, version, publication: own, sections: styles } = parseTemplate(raw)
  const sections = before === undefined ? [] : standingSections(before, Object.keys(styles))
  const { name, publisher, notice } = own
  const issue: Issue = {
    format: 'banxin',
    version: ISSUE_VERSION,
    id: `issue-${String(number)}`,
    publication: before?.publication ?? {
      name,
      publisher,
      ...(notice === undefined ? {} : { notice }),
      fields: {},
    },
    number,
    ...(totalNumber === undefined ? {} : { totalNumber }),
    date,
    template: { id, version },
    sections: sections.map((section) => section.id),
    records: {
      sections: Object.fromEntries(sections.map((section) => [section.id, section])),
      stories: {},
    },
    assets: {},
  }
  const path = draftPath(folder, `${issue.publication.name} ${String(number)}`)
  await savePackage(path, { document: { issue, template: raw }, assets: new Map() })
  return path
}

/** The sections of an issue in their order, empty; of styles that another template has too. */
function standingSections(
  { sections, records }: Issue,
  styles: readonly string[],
): readonly Section[] {
  return sections
    .flatMap((id) => records.sections[id] ?? [])
    .filter(({ style }) => styles.includes(style))
    .map((section) => ({ ...section, stories: [] }))
}

/** A sample as a draft in a folder; gives its path. */
export async function copySample(
  samplesFolder: string,
  sample: string,
  folder: string,
): Promise<string> {
  const samples = await listSamples(samplesFolder)
  if (!samples.some(({ name }) => name === sample)) throw deskError('sample-missing', sample)
  const source = join(samplesFolder, `${sample}.banxin`)
  const path = draftPath(folder, sample)
  try {
    await savePackage(path, await openPackage(source))
  } catch (error) {
    throw hidePath(error, source)
  }
  return path
}

/** The issues that come with the product, each called as the template of its name. */
export async function listSamples(samplesFolder: string): Promise<Named[]> {
  const names = await readdir(samplesFolder).catch(() => [])
  const samples = names
    .filter((name) => name.endsWith('.banxin'))
    .map((name) => name.slice(0, -'.banxin'.length))
  const titles = new Map((await nameTemplates()).map(({ name, title }) => [name, title]))
  return standingOrder(samples).map((name) => ({ name, title: titles.get(name) ?? name }))
}

/** The templates that come with the product. */
export async function nameTemplates(): Promise<Named[]> {
  const names = await listTemplates()
  return Promise.all(
    names.map(async (name) => ({ name, title: parseTemplate(await readTemplate(name)).name })),
  )
}
