import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ISSUE_VERSION, type Issue } from '../../engine/document/issue'
import { parseTemplate } from '../../engine/document/template'
import { openPackage, savePackage } from '../package-file'
import { hidePath } from './path-names'
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
  /** That of the template, where there is none. */
  readonly publication?: Issue['publication'] | undefined
}

/** Something to begin with: what it is asked for by, and what people call it. */
export interface Named {
  readonly name: string
  readonly title: string
}

/** An issue of a template without sections, as a draft in a folder; gives its path. */
export async function createDraft(
  folder: string,
  { template, number, totalNumber, date, publication }: DraftRequest,
): Promise<string> {
  const raw = await readTemplate(template)
  const { id, version, publication: own } = parseTemplate(raw)
  const { name, publisher, notice } = own
  const issue: Issue = {
    format: 'banxin',
    version: ISSUE_VERSION,
    id: `issue-${String(number)}`,
    publication: publication ?? {
      name,
      publisher,
      ...(notice === undefined ? {} : { notice }),
      fields: {},
    },
    number,
    ...(totalNumber === undefined ? {} : { totalNumber }),
    date,
    template: { id, version },
    sections: [],
    records: { sections: {}, stories: {} },
    assets: {},
  }
  const path = draftPath(folder, `${issue.publication.name} ${String(number)}`)
  await savePackage(path, { document: { issue, template: raw }, assets: new Map() })
  return path
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

/** The issues that come with the product. */
export async function listSamples(samplesFolder: string): Promise<Named[]> {
  const names = await readdir(samplesFolder).catch(() => [])
  return names
    .filter((name) => name.endsWith('.banxin'))
    .map((name) => name.slice(0, -'.banxin'.length))
    .map((name) => ({ name, title: name }))
}

/** The templates that come with the product. */
export async function nameTemplates(): Promise<Named[]> {
  const names = await listTemplates()
  return Promise.all(
    names.map(async (name) => ({ name, title: parseTemplate(await readTemplate(name)).name })),
  )
}
