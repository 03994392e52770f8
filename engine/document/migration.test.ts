import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ISSUE_VERSION } from './issue'
import { MIGRATIONS, type Migration, migrateIssue } from './migration'
import { parseIssue } from './parse-issue'
import { parseJson } from './json'
import { WHOLE_PICTURE } from './picture-crop'

const fixtures = new URL('../../tests/fixtures/packages/', import.meta.url)
const versions = readdirSync(fixtures).filter((name) => /^v\d+$/.test(name))

const local: readonly Migration[] = [
  { from: 1, migrate: ({ title, ...issue }) => ({ ...issue, name: title ?? '' }) },
  { from: 2, migrate: (issue) => ({ ...issue, tags: [] }) },
]

describe('migrateIssue', () => {
  it('has a migration from every version but the last, in order', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(
      Array.from({ length: ISSUE_VERSION - 1 }, (_, index) => index + 1),
    )
  })

  it('keeps a fixture of every version', () => {
    expect(versions).toHaveLength(ISSUE_VERSION)
  })

  it.each(versions)('reads the fixture of %s', (version) => {
    const text = readFileSync(new URL(`${version}/issue.json`, fixtures), 'utf8')
    const issue = parseIssue(
      migrateIssue(parseJson(text, 'issue.json'), 'issue.json'),
      'issue.json',
    )
    expect(issue.version).toBe(ISSUE_VERSION)
  })

  it('gives the figures of version 1 their whole pictures', () => {
    const text = readFileSync(new URL('v1/issue.json', fixtures), 'utf8')
    const issue = parseIssue(migrateIssue(parseJson(text, ''), ''), '')
    const figure = issue.records.stories['s1-1']?.body.content?.find(
      ({ type }) => type === 'figure',
    )
    expect(figure?.attrs).toMatchObject({ crop: WHOLE_PICTURE, focus: null })
  })

  it('gives the subheadings of version 2 the first level', () => {
    const text = readFileSync(new URL('v2/issue.json', fixtures), 'utf8')
    const issue = parseIssue(migrateIssue(parseJson(text, ''), ''), '')
    const heading = issue.records.stories['s1-1']?.body.content?.find(
      ({ type }) => type === 'subheading',
    )
    expect(heading?.attrs).toMatchObject({ level: 1 })
  })

  it('pins no figure of version 3', () => {
    const text = readFileSync(new URL('v3/issue.json', fixtures), 'utf8')
    const issue = parseIssue(migrateIssue(parseJson(text, ''), ''), '')
    const figure = issue.records.stories['s1-1']?.body.content?.find(
      ({ type }) => type === 'figure',
    )
    expect(figure?.attrs).toMatchObject({ pin: null })
  })

  it('runs those that a version still needs, in order', () => {
    const first = { format: 'banxin', version: 1, title: '江岸' }
    expect(migrateIssue(first, 'issue.json', local, 3)).toEqual({
      format: 'banxin',
      version: 3,
      name: '江岸',
      tags: [],
    })
    const second = { format: 'banxin', version: 2, title: '江岸' }
    expect(migrateIssue(second, 'issue.json', local, 3)).toEqual({
      ...second,
      version: 3,
      tags: [],
    })
    const third = { format: 'banxin', version: 3 }
    expect(migrateIssue(third, 'issue.json', local, 3)).toEqual(third)
  })

  it.each([
    [{ format: 'banxin', version: 99 }, /A later Banxin wrote this file .*Update Banxin/],
    [{ format: 'banxin', version: 0 }, /should be a positive whole number/],
    [{ format: 'banxin', version: '1' }, /should be a positive whole number/],
    [{ format: 'banxin' }, /should be a positive whole number/],
    [{ version: 1 }, /no issue of Banxin/],
    [[], /no issue of Banxin/],
    [null, /no issue of Banxin/],
  ])('refuses %j', (json, fault) => {
    expect(() => migrateIssue(json, 'issue.json')).toThrow(fault)
  })
})
