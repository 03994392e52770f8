import type { Asset } from '../document/asset'
import { ISSUE_VERSION, type Issue } from '../document/issue'
import { type Bilingual, BanxinError } from '../document/message'
import { parseIssue } from '../document/parse-issue'
import type { BodyNode } from '../document/story'
import type { IssueDetails, Manuscript, ManuscriptSection } from './manuscript'

/** What a manuscript does not say, and how its parts find their places in a template. */
export interface IssueOptions {
  readonly id: string
  readonly template: Issue['template']
  /**
   * What the issue says of itself. The caller decides what goes before what:
   * `{ ...ofTheTemplate, ...manuscript.details, ...ofTheCommandLine }`.
   */
  readonly details: IssueDetails
  /** The section style of a section; `index` counts from 0. */
  readonly sectionStyleFor: (section: ManuscriptSection, index: number) => string
  /** The photos by the file names that the manuscript gives them. */
  readonly photos: ReadonlyMap<string, Asset>
}

/**
 * An issue from a manuscript. Sections are `s1`, `s2`…, the stories of the first `s1-1`, `s1-2`…:
 * the same manuscript gives the same issue.
 * @throws {BanxinError} `photo-missing`, `detail-missing`, or what `parseIssue` finds.
 */
export function manuscriptToIssue(manuscript: Manuscript, options: IssueOptions): Issue {
  const assets = collectAssets(manuscript, options.photos)
  const { sections } = manuscript
  const titled = sections.map((section, index) => {
    const id = `s${String(index + 1)}`
    const stories = section.stories.map((story, position) => ({
      ...story,
      id: `${id}-${String(position + 1)}`,
      body: withAssets(story.body, assets),
      status: 'draft',
    }))
    const style = options.sectionStyleFor(section, index)
    return { id, style, title: section.title, stories }
  })
  const issue = {
    format: 'banxin',
    version: ISSUE_VERSION,
    id: options.id,
    ...describeIssue(options.details),
    template: options.template,
    sections: titled.map(({ id }) => id),
    records: {
      sections: byId(titled.map((s) => ({ ...s, stories: s.stories.map(({ id }) => id) }))),
      stories: byId(titled.flatMap(({ stories }) => stories)),
    },
    assets: byId([...assets.values()]),
  }
  return parseIssue(issue, 'manuscript')
}

function collectAssets(
  manuscript: Manuscript,
  photos: ReadonlyMap<string, Asset>,
): ReadonlyMap<string, Asset> {
  return new Map(
    manuscript.photos.map(({ name, line }) => {
      const asset = photos.get(name)
      if (asset !== undefined) return [name, asset]
      throw new BanxinError('photo-missing', {
        what: {
          zh: `第 ${String(line)} 行所用的图片找不到`,
          en: `The picture asked for in line ${String(line)} cannot be found`,
        },
        where: name,
        mend: {
          zh: '请把图片放进图片文件夹，或改正文件名',
          en: 'Put it into the folder of photos, or mend its name',
        },
      })
    }),
  )
}

function withAssets(node: BodyNode, assets: ReadonlyMap<string, Asset>): BodyNode {
  if (node.type === 'figure') {
    const asset = assets.get(String(node.attrs?.['asset']))?.id ?? ''
    return { ...node, attrs: { ...node.attrs, asset } }
  }
  if (node.content === undefined) return node
  return { ...node, content: node.content.map((child) => withAssets(child, assets)) }
}

function byId<Value extends { readonly id: string }>(
  records: readonly Value[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}

/** The details in their places; the publication's apart from the issue's. */
function describeIssue(details: IssueDetails): object {
  const { number, totalNumber, date, fields = {}, ...publication } = details
  for (const key of ['name', 'publisher', 'number', 'date'] as const) {
    if (details[key] === undefined) throw detailMissing(key)
  }
  return {
    publication: { ...publication, fields },
    number,
    date,
    ...(totalNumber === undefined ? {} : { totalNumber }),
  }
}

const DETAILS = {
  name: { zh: '刊名', en: 'the name of the publication' },
  publisher: { zh: '主办单位', en: 'the publisher' },
  number: { zh: '期号', en: 'the number of the issue' },
  date: { zh: '日期', en: 'the date of the issue' },
} as const satisfies Readonly<Record<string, Bilingual>>

const EXAMPLES = {
  name: { zh: '刊名: 江岸周报', en: 'name: Riverside Weekly' },
  publisher: { zh: '主办: 江岸印务合作社', en: 'publisher: Riverside Press' },
  number: { zh: '期号: 12', en: 'number: 12' },
  date: { zh: '日期: 2026-03-06', en: 'date: 2026-03-06' },
} as const satisfies Readonly<Record<keyof typeof DETAILS, Bilingual>>

function detailMissing(key: keyof typeof DETAILS): BanxinError {
  return new BanxinError('detail-missing', {
    what: { zh: `缺少${DETAILS[key].zh}`, en: `It lacks ${DETAILS[key].en}` },
    where: '',
    mend: {
      zh: `请在稿件开头的两行 --- 之间写上“${EXAMPLES[key].zh}”`,
      en: `Write “${EXAMPLES[key].en}” at the top of the manuscript, between two lines ---`,
    },
  })
}
