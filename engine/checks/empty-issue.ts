import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'

/** An issue without any story, which prints as furniture around nothing. */
export function checkEmptyIssue(issue: Issue): readonly Finding[] {
  if (Object.keys(issue.records.stories).length > 0) return []
  return [
    {
      code: 'issue-empty',
      severity: 'warning',
      explanation: {
        what: { zh: '本期还没有稿件', en: 'The issue has no stories yet' },
        where: '',
        mend: { zh: '请添加稿件', en: 'Add a story' },
      },
    },
  ]
}
