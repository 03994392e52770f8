import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Issue } from '../engine/document/issue'
import { parseTemplate } from '../engine/document/template'
import { newIssue, type NewIssueRequest } from './new-issue'
import { openPackage } from './package-file'
import { productRoot } from './product-root'

const folder = mkdtempSync(join(tmpdir(), 'banxin-new-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** The issue that a manuscript comes to, and the section styles of its template. */
async function make(manuscript: string, given: NewIssueRequest['given'] = {}) {
  const [path, output] = [join(folder, 'story.md'), join(folder, 'story.banxin')]
  writeFileSync(path, manuscript)
  await newIssue({ template: 'weekly', manuscript: path, output, given, today: '2025-01-02' })
  const { issue, template } = (await openPackage(output)).document
  return { issue, assign: parseTemplate(template).assign }
}

const stylesOf = ({ sections, records }: Issue): (string | undefined)[] =>
  sections.map((id) => records.sections[id]?.style)

describe('newIssue', () => {
  it('takes what is said of the issue from the request, the manuscript, the template, in turn', async () => {
    const text = '---\n刊名: 堤上\n期号: 3\n日期: 2024-05-06\n---\n\n# 要闻\n\n## 题\n\n文。\n'
    const { issue } = await make(text, { number: 12 })
    expect(issue).toMatchObject({ number: 12, date: '2024-05-06', publication: { name: '堤上' } })
    expect(issue.publication.publisher).not.toBe('')
  })

  it('takes a template of a file, and names it where it is wrong', async () => {
    const [path, output] = [join(folder, 'story.md'), join(folder, 'own.banxin')]
    const own = join(folder, '我的.json')
    const weekly = readFileSync(join(productRoot, 'templates/weekly/template.json'), 'utf8')
    writeFileSync(path, '# 要闻\n\n## 题\n\n文。\n')
    const request = { template: own, manuscript: path, output, given: {}, today: '2025-01-02' }
    writeFileSync(own, weekly.replaceAll('"columns": 2', '"columns": 3'))
    await newIssue(request)
    const { template } = (await openPackage(output)).document
    expect(parseTemplate(template).sections['news']?.columns).toBe(3)
    writeFileSync(own, weekly.replaceAll('"columns": 2', '"columns": 30'))
    await expect(newIssue(request)).rejects.toMatchObject({
      explanation: { where: expect.stringContaining('我的.json') as string },
    })
  })

  it('is of today and number 1 when nothing says otherwise', async () => {
    const { issue } = await make('# 要闻\n\n## 题\n\n文。\n')
    expect(issue).toMatchObject({ number: 1, date: '2025-01-02' })
  })

  it('gives the first section, those of briefs and the others their styles', async () => {
    const sections = [
      '# 甲\n\n## 题\n\n文。',
      '# 乙\n\n◆ 一。\n\n◆ 二。',
      '# 丙\n\n## 题\n\n◆ 三。',
    ]
    const { issue, assign } = await make(sections.join('\n\n'))
    expect(stylesOf(issue)).toEqual([assign.first, assign.briefs, assign.other])
  })

  it('keeps a photo once, however often it is shown', async () => {
    const { default: sharp } = await import('sharp')
    const create = { width: 30, height: 20, channels: 3, background: '#a03020' } as const
    await sharp({ create }).png().toFile(join(folder, 'a.png'))
    const { issue } = await make('# 甲\n\n## 题\n\n![一](a.png)\n\n文。\n\n![二](a.png)\n')
    expect(Object.values(issue.assets)).toMatchObject([{ name: 'a.png', width: 30, height: 20 }])
  })
})
