import { describe, expect, it } from 'vitest'
import { ISSUE_VERSION, type Issue } from '../document/issue'
import { fillFields, issueFields } from './fields'

const issue = (date: string, totalNumber?: number): Issue => ({
  format: 'banxin',
  version: ISSUE_VERSION,
  id: 'i1',
  publication: { name: '临江周报', publisher: '临江编辑部', fields: {} },
  number: 44,
  date,
  template: { id: 'weekly', version: 1 },
  sections: [],
  records: { sections: {}, stories: {} },
  assets: {},
  ...(totalNumber === undefined ? {} : { totalNumber }),
})

describe('fields', () => {
  it('writes dates and weekdays as Chinese readers expect them', () => {
    const days = ['2024-11-01', '2024-02-29', '2026-01-01', '2000-01-02', '1999-12-31']
    expect(days.map((day) => issueFields(issue(day)).get('issue.weekday'))).toEqual([
      '星期五',
      '星期四',
      '星期四',
      '星期日',
      '星期五',
    ])
    expect(issueFields(issue('2024-11-01')).get('issue.date')).toBe('2024年11月1日')
  })

  it('prints what else a publication tells of itself, by its own name', () => {
    const told = issue('2024-11-01')
    const { publication } = told
    const values = issueFields({
      ...told,
      publication: { ...publication, fields: { 报: '区政府', 送: '' } },
    })
    expect(fillFields('报：{publication.fields.报}', values)).toBe('报：区政府')
    expect(fillFields('送：{publication.fields.送}', values)).toBeUndefined()
    expect(fillFields('发：{publication.fields.发}', values)).toBeUndefined()
  })

  it('fills a text, and drops it when one of its fields has no value', () => {
    const text = '第{issue.number}期　总第{issue.total}期'
    expect(fillFields(text, issueFields(issue('2024-11-01', 312)))).toBe('第44期　总第312期')
    expect(fillFields(text, issueFields(issue('2024-11-01')))).toBeUndefined()
  })
})
