import { checkFigures } from './figures'
import { type Bilingual, BanxinError } from './message'
import type { Issue } from './issue'

/**
 * Checks that an issue hangs together: every id in an array has its record, no record is left
 * over or listed twice, records stand under their own ids, and figures show assets of the issue.
 * @throws {BanxinError} `issue-inconsistent` or `figure-without-asset`, naming the path.
 */
export function checkReferences(issue: Issue): void {
  const { sections, stories } = issue.records
  checkKeys('records.sections', sections)
  checkKeys('records.stories', stories)
  checkKeys('assets', issue.assets)
  const lists = Object.values(sections).map((section): List => {
    return { path: `records.sections.${section.id}.stories`, ids: section.stories }
  })
  checkLists([{ path: 'sections', ids: issue.sections }], 'records.sections', sections)
  checkLists(lists, 'records.stories', stories)
  for (const story of Object.values(stories)) {
    checkFigures(issue.assets, story.body, `records.stories.${story.id}.body`)
  }
}

interface List {
  readonly path: string
  readonly ids: readonly string[]
}

function checkKeys(path: string, records: Readonly<Record<string, { readonly id: string }>>): void {
  for (const [key, { id }] of Object.entries(records)) {
    if (key !== id) {
      throw inconsistent(`${path}.${key}.id`, {
        zh: `编号与键名不同：${id}`,
        en: `The id differs from the key that it stands under: ${id}`,
      })
    }
  }
}

function checkLists(lists: readonly List[], path: string, records: object): void {
  const listed = new Set<string>()
  for (const list of lists) {
    for (const [index, id] of list.ids.entries()) {
      const where = `${list.path}.${String(index)}`
      if (!Object.hasOwn(records, id)) {
        throw inconsistent(where, { zh: `没有这一条：${id}`, en: `There is no such record: ${id}` })
      }
      if (listed.has(id)) {
        throw inconsistent(where, { zh: `重复列出：${id}`, en: `It is listed twice: ${id}` })
      }
      listed.add(id)
    }
  }
  const orphan = Object.keys(records).find((id) => !listed.has(id))
  if (orphan !== undefined) {
    throw inconsistent(`${path}.${orphan}`, {
      zh: '这一条没有列入任何地方',
      en: 'This record is listed nowhere',
    })
  }
}

function inconsistent(where: string, what: Bilingual): BanxinError {
  return new BanxinError('issue-inconsistent', {
    what,
    where,
    mend: {
      zh: '请改正这一处，或使用备份文件',
      en: 'Mend that place, or use a backup of the file',
    },
  })
}
