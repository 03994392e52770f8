import { validate } from './fault'
import { type Issue, issueSchema } from './issue'
import { checkReferences } from './references'
import { bodyToJson, parseBody } from './story-body'

/**
 * An issue of today's version from its raw JSON, every story body checked and written out in
 * full. `where` names the file in messages.
 * @throws {BanxinError} `issue-invalid`, `story-body-invalid`, `issue-inconsistent` or
 * `figure-without-asset`, naming the path.
 */
export function parseIssue(json: unknown, where: string): Issue {
  const raw: Issue = validate(issueSchema, json, {
    code: 'issue-invalid',
    where,
    what: { zh: '这一期的数据有误', en: 'The issue is wrong' },
    mend: {
      zh: '请改正这一处，或使用备份文件',
      en: 'Mend that place, or use a backup of the file',
    },
  })
  const stories = Object.fromEntries(
    Object.entries(raw.records.stories).map(([id, story]) => {
      const body = parseBody(story.body, `${where}: records.stories.${id}.body`)
      return [id, { ...story, body: bodyToJson(body) }]
    }),
  )
  const issue = { ...raw, records: { ...raw.records, stories } }
  checkReferences(issue)
  return issue
}
