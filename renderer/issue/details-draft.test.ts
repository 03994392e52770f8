import { describe, expect, it } from 'vitest'
import { ISSUE_VERSION, type Issue } from '../../engine/document/issue'
import { setIssueDetails, setIssueDetailsSchema } from '../../engine/document/issue-command'
import { detailsCommand, draftDetails, findDetailsFaults } from './details-draft'

const issue: Issue = {
  format: 'banxin',
  version: ISSUE_VERSION,
  id: 'i1',
  publication: { name: '周报', publisher: '编辑部', editor: '林知夏', fields: { 印数: '300' } },
  number: 42,
  totalNumber: 386,
  date: '2026-10-30',
  template: { id: 't', version: 1 },
  sections: [],
  records: { sections: {}, stories: {} },
  assets: {},
}

describe('the details of an issue', () => {
  it('are left alone where a draft says the same', () => {
    expect(detailsCommand(issue, draftDetails(issue))).toBeUndefined()
    expect(findDetailsFaults(draftDetails(issue))).toEqual({})
  })

  it('become what a draft says, entries that it empties gone', () => {
    const draft = { ...draftDetails(issue), number: ' 43 ', totalNumber: '', editor: ' ' }
    const command = detailsCommand(issue, { ...draft, notice: '内部资料' })
    const changed = setIssueDetails(issue, setIssueDetailsSchema.parse(command)).issue
    expect(changed.number).toBe(43)
    expect('totalNumber' in changed).toBe(false)
    expect(changed.publication).toEqual({
      name: '周报',
      publisher: '编辑部',
      notice: '内部资料',
      fields: { 印数: '300' },
    })
    expect(changed.date).toBe('2026-10-30')
  })

  it('are faulted entry by entry', () => {
    const draft = { ...draftDetails(issue), name: ' ', number: '4.5', totalNumber: '一', date: '' }
    expect(findDetailsFaults({ ...draft, publisher: '' })).toEqual({
      name: 'nameWanted',
      number: 'numberWrong',
      totalNumber: 'numberWrong',
      date: 'dateWrong',
      publisher: 'publisherWanted',
    })
    expect(findDetailsFaults({ ...draftDetails(issue), number: '1000000' })).toEqual({
      number: 'numberWrong',
    })
  })
})
