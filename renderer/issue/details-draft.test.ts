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
    expect(detailsCommand(issue, draftDetails(issue, ['审核']))).toBeUndefined()
    expect(findDetailsFaults(draftDetails(issue, ['审核']))).toEqual({})
  })

  it('become what a draft says, entries that it empties gone', () => {
    const draft = { ...draftDetails(issue, ['审核']), number: ' 43 ', totalNumber: '', editor: ' ' }
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

  it('have the fields of the template, and keep those that it does not print', () => {
    const draft = draftDetails(issue, ['印数', '审核'])
    expect(draft.fields).toEqual({ 印数: '300', 审核: '' })
    expect(detailsCommand(issue, draft)).toBeUndefined()
    const written = { ...draft, fields: { 印数: ' ', 审核: ' 杜明川 ' } }
    const command = detailsCommand(issue, written)
    expect(command).toMatchObject({ changes: { publication: { fields: { 审核: '杜明川' } } } })
    const apart = { ...draftDetails(issue, ['审核']), fields: { 审核: '杜明川' } }
    expect(detailsCommand(issue, apart)).toMatchObject({
      changes: { publication: { fields: { 印数: '300', 审核: '杜明川' } } },
    })
  })

  it('are faulted entry by entry', () => {
    const draft = {
      ...draftDetails(issue, ['审核']),
      name: ' ',
      number: '4.5',
      totalNumber: '一',
      date: '',
    }
    expect(findDetailsFaults({ ...draft, publisher: '' })).toEqual({
      name: 'nameWanted',
      number: 'numberWrong',
      totalNumber: 'numberWrong',
      date: 'dateWrong',
      publisher: 'publisherWanted',
    })
    expect(findDetailsFaults({ ...draftDetails(issue, ['审核']), number: '1000000' })).toEqual({
      number: 'numberWrong',
    })
  })
})
