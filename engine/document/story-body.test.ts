import { describe, expect, it } from 'vitest'
import { BanxinError, type Bilingual } from './message'
import { parseBody } from './story-body'

const parse = (...content: object[]): unknown => parseBody({ type: 'doc', content }, 's')

const qr = (data: string): object => ({ type: 'qr_code', attrs: { id: 'q', data } })

function faultOf(...content: object[]): Bilingual {
  try {
    parse(...content)
  } catch (error) {
    if (error instanceof BanxinError) return error.explanation.what
    throw error
  }
  throw new Error('the body was taken')
}

describe('parseBody', () => {
  it('counts what a QR code holds in bytes', () => {
    expect(() => parse(qr('码'.repeat(200)))).not.toThrow()
    expect(() => parse(qr('x'.repeat(600)))).not.toThrow()
    expect(faultOf(qr('码'.repeat(201))).en).toContain('600 bytes')
    expect(faultOf(qr('😀'.repeat(151))).zh).toContain('最多 600 字节')
  })

  it('lets six pictures stand side by side, and no more', () => {
    const group = (count: number): object => ({
      type: 'figure_group',
      attrs: { id: 'g' },
      content: Array.from({ length: count }, (_, at) => ({
        type: 'figure',
        attrs: { id: `f${String(at)}` },
      })),
    })
    expect(() => parse(group(6))).not.toThrow()
    expect(faultOf(group(7)).en).toContain('Invalid content')
  })

  it('knows three marks of lists', () => {
    const list = (mark: string): object => ({
      type: 'list',
      attrs: { id: 'l', mark },
      content: [{ type: 'list_item', attrs: { id: 'i' } }],
    })
    for (const mark of ['bullet', 'number', 'circle']) {
      expect(() => parse(list(mark))).not.toThrow()
    }
    expect(faultOf(list('square')).zh).toContain('"square" 不是 bullet、number 或 circle')
  })

  const figure = (attrs: object): object => ({ type: 'figure', attrs: { id: 'f', ...attrs } })

  it('takes a crop and a focus within the picture', () => {
    const crop = { left: 900, top: 0, width: 100, height: 1_000 }
    expect(() => parse(figure({ crop, focus: { x: 0, y: 1_000 } }))).not.toThrow()
    expect(() => parse(figure({ focus: null }))).not.toThrow()
  })

  it.each([
    { left: 0, top: 0, width: 99, height: 1_000 },
    { left: 1, top: 0, width: 1_000, height: 1_000 },
    { left: 0, top: 600, width: 500, height: 401 },
    { left: -1, top: 0, width: 500, height: 500 },
    { left: 0.5, top: 0, width: 500, height: 500 },
    { left: 0, top: 0, width: 500, height: 500, angle: 90 },
    { left: 0, top: 0, width: 500 },
    [0, 0, 500, 500],
    'whole',
    null,
  ])('refuses the crop %j', (crop) => {
    const { zh, en } = faultOf(figure({ crop }))
    expect(zh).toContain(`${JSON.stringify(crop)} 不是图片之内的裁剪框`)
    expect(en).toContain(`${JSON.stringify(crop)} is not a crop within the picture`)
  })

  it.each([{ x: 1_001, y: 0 }, { x: 500.5, y: 0 }, { x: 5 }, { x: 5, y: 5, z: 5 }, 'middle', {}])(
    'refuses the focus %j',
    (focus) => {
      expect(faultOf(figure({ focus })).zh).toContain(`${JSON.stringify(focus)} 不是图片上的焦点`)
      expect(faultOf(figure({ focus })).en).toContain('is not a point of the picture')
    },
  )

  it.each([
    [{ type: 'heading' }],
    [{ type: 'figure', attrs: { id: 'f', crop: 1 } }],
    [{ type: 'figure', attrs: { id: 'f', focus: 1 } }],
    [{ type: 'paragraph', attrs: { id: 'p', level: 2 } }],
    [{ type: 'paragraph', attrs: { id: '' } }],
    [{ type: 'figure', attrs: { id: 'f', span: 2 } }],
    [{ type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: '' }] }],
  ])('speaks no English in the Chinese of a fault: %j', (block) => {
    const { zh, en } = faultOf(block)
    expect(zh).not.toMatch(/[A-Za-z]+ (?:is|has|no|the|nodes|not)\b/)
    expect(zh).toMatch(/^稿件正文有误：.*\p{Script=Han}/u)
    expect(en).toMatch(/^The text of a story is wrong: /)
  })
})
