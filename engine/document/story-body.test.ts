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

  it.each([
    [{ type: 'heading' }],
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
