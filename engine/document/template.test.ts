import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BanxinError } from './message'
import { parseTemplate } from './template'

const weekly = (): Record<string, unknown> => {
  const path = resolve(import.meta.dirname, '../../templates/weekly/template.json')
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}

/** The weekly template with the value at a path replaced; `undefined` removes it. */
function changed(path: string, value: unknown): unknown {
  const template = weekly()
  const names = path.split('.')
  const last = names.pop() ?? ''
  let at = template
  for (const name of names) at = at[name] as Record<string, unknown>
  if (value === undefined) Reflect.deleteProperty(at, last)
  else at[last] = value
  return template
}

function faultOf(json: unknown): BanxinError {
  try {
    parseTemplate(json)
  } catch (error) {
    if (error instanceof BanxinError) return error
  }
  throw new Error('the template was taken')
}

const BOX = { kind: 'box', x: '0mm', y: '0mm', width: '1mm', height: '1mm', swatch: 'red' }

/** Artwork of this path. */
const artwork = (path: string): unknown => ({
  ...BOX,
  kind: 'artwork',
  path,
  viewBox: [0, 0, 1, 1],
})

describe('parseTemplate', () => {
  it('lets a style divide words, fit letters and set tabs', () => {
    const tabs = [
      { at: '20mm', align: 'center' },
      { at: 'end', align: 'right', leader: '·' },
    ]
    const plain = parseTemplate(weekly()).styles.get('body')
    expect(plain).toMatchObject({ hyphenates: false, letterFitMilliEm: 0, tabs: [] })
    expect(parseTemplate(changed('styles.body.letterFit', 1.5)).styles.get('body')).toMatchObject({
      letterFitMilliEm: 15,
    })
    expect(parseTemplate(changed('styles.body.tabs', tabs)).styles.get('body')?.tabs).toEqual([
      { at: 56_693, align: 'center' },
      { at: 'end', align: 'right', leader: '·' },
    ])
    for (const [path, value] of [
      ['letterFit', 4],
      ['hyphenates', 'yes'],
      ['tabs', [{ at: '-3mm', align: 'left' }]],
      ['tabs', [{ at: 'end', align: 'right', leader: '—' }]],
    ] as const) {
      expect(faultOf(changed(`styles.body.${path}`, value)).explanation.where).toContain(
        `body.${path}`,
      )
    }
  })

  it('reads the weekly, its lengths in thousandths of a point and its tints mixed', () => {
    const template = parseTemplate(weekly())
    expect(template.page.width).toBe(595_276)
    expect(template.styles.get('body')).toMatchObject({ sizeMpt: 10_500, indentMpt: 21_000 })
    expect(template.styles.get('headline-lead')).toMatchObject({ font: 'song', weight: 900 })
    const tinted = parseTemplate(changed('swatches.pale', { of: 'red', tint: 50 }))
    expect(tinted.inks.get('pale')).toEqual({ cyan: 100, magenta: 500, yellow: 475, black: 60 })
  })

  it.each([
    ['page.width', '21 feet', 'page.width'],
    ['page.typeArea.characters', 80, 'page'],
    ['page.typeArea.leading', undefined, 'page.typeArea.leading'],
    ['styles.body.font', 'fangsong', 'styles.body.font'],
    ['styles.body.basedOn', 'body', 'styles.body.basedOn'],
    ['styles.body.colour', 'red', 'styles.body'],
    ['styles.kicker.swatch', 'crimson', 'styles.kicker.swatch'],
    ['sections.news.columns', 9, 'sections.news.columns'],
    ['sections.news.gutter', '150mm', 'sections.news.columns'],
    ['sections.news.body', 'bodytext', 'sections.news.body'],
    ['sections.news.qrSize', '-5mm', 'sections.news.qrSize'],
    ['sequence.last', 'rear', 'sequence.last'],
    ['parents.back.main.lines', 60, 'parents.back.main'],
    ['styles.body.size', '0.5pt', 'styles.body.size'],
    ['styles.body.leading', '-1pt', 'styles.body.leading'],
    ['swatches.red', { of: 'red', tint: 50 }, 'swatches.red.of'],
    [
      'parents.cover.furniture.0',
      { ...BOX, after: { text: 'no-such', gap: '1mm' } },
      'parents.cover.furniture.0.after.text',
    ],
    ['parents.cover.furniture.0', artwork('L 1 1'), 'parents.cover.furniture.0.path'],
    ['parents.cover.furniture.0', artwork('M 0 0 Q 1 1 2 2 Z'), 'parents.cover.furniture.0.path'],
    ['sections.news.subheading', ['subheading', 'kai'], 'sections.news.subheading.1'],
    ['sections.news.subheading', [], 'sections.news.subheading'],
    ['sequence.only', 'single', 'sequence.only'],
    ['publication.fields', ['报', '{报}'], 'publication.fields.1'],
    ['publication.fields', ['报', '报'], 'publication.fields'],
    ['version', 2, 'version'],
  ])('names the path of a wrong %s', (path, value, where) => {
    const { code, explanation } = faultOf(changed(path, value))
    expect(code).toBe('template-invalid')
    expect(explanation.where).toBe(`template.json: ${where}`)
    expect(explanation.what.zh.replace('模板有误', '')).toMatch(/\p{Script=Han}/u)
  })

  it('wants a box to follow a text that stands before it', () => {
    const text = { kind: 'text', id: 'issue-no', text: '期', style: 'body', x: '0mm' }
    const placed = { ...text, baseline: '0mm', width: '9mm' }
    const box = { ...BOX, after: { text: 'issue-no', gap: '1mm' } }
    const furnished = (furniture: unknown): unknown => changed('parents.cover.furniture', furniture)
    expect(() => parseTemplate(furnished([placed, box]))).not.toThrow()
    const { explanation } = faultOf(furnished([box, placed]))
    expect(explanation.where).toBe('template.json: parents.cover.furniture.0.after.text')
  })

  it('refuses a row of tints that is too long, and mixes one that ends', () => {
    const row = (count: number): unknown =>
      changed('swatches', {
        ...(weekly()['swatches'] as object),
        ...Object.fromEntries(
          Array.from({ length: count }, (_, index) => [
            `t${String(index)}`,
            { of: index === 0 ? 'black' : `t${String(index - 1)}`, tint: 100 },
          ]),
        ),
      })
    expect(parseTemplate(row(16)).inks.get('t15')).toEqual({
      cyan: 0,
      magenta: 0,
      yellow: 0,
      black: 1000,
    })
    expect(faultOf(row(20)).explanation.where).toMatch(/^template\.json: swatches\.t\d+\.of$/)
  })

  it('names the fields that there are when one is unknown', () => {
    const template = weekly() as { parents: { cover: { furniture: { text?: string }[] } } }
    const [text] = template.parents.cover.furniture
    if (text !== undefined) text.text = '第{issue.no}期'
    const { explanation } = faultOf(template)
    expect(explanation.where).toBe('template.json: parents.cover.furniture.0.text')
    expect(explanation.what.en).toContain('issue.number')
  })

  it('lets furniture print the fields that it lists, and no others', () => {
    const row = { label: '报：', left: '{publication.fields.报}', style: 'imprint' }
    const rows = {
      kind: 'rows',
      x: '0mm',
      foot: '9mm',
      width: '90mm',
      inset: '0mm',
      padding: '1mm',
      rules: { outer: '0.35mm', inner: '0.25mm', swatch: 'red' },
      groups: [[row]],
    }
    const printing = (groups: unknown, fields: unknown): unknown => {
      const template = changed('publication.fields', fields) as ReturnType<typeof weekly>
      const { back } = template['parents'] as { back: { furniture: unknown[] } }
      back.furniture = [{ ...rows, groups }]
      return template
    }
    const read = parseTemplate(printing([[row]], ['报']))
    expect(read.publication.fields).toEqual(['报'])
    expect(parseTemplate(weekly()).publication.fields).toEqual([])
    const at = 'template.json: parents.back.furniture.0.groups.0.0'
    expect(faultOf(printing([[row]], [])).explanation.where).toBe(`${at}.left`)
    expect(faultOf(printing([[row]], ['送'])).explanation.what.en).toContain('“报”')
    const plain = { ...row, style: 'no-such' }
    expect(faultOf(printing([[plain]], ['报'])).explanation.where).toBe(`${at}.style`)
    const empty = { style: 'imprint' }
    expect(faultOf(printing([[empty]], [])).explanation.where).toBe(at)
  })

  it.each([null, 'x', 7, [], {}])('refuses %j', (json) => {
    expect(faultOf(json).code).toBe('template-invalid')
  })
})
