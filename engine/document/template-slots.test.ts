import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BanxinError } from './message'
import { parseTemplate } from './template'

interface RawTemplate {
  jump?: unknown
  sequence: Record<string, unknown>
  parents: Record<
    string,
    { main: { firstLine: number; lines: number }; slots: Record<string, Record<string, unknown>> }
  >
}

const newspaper = (): RawTemplate => {
  const path = resolve(import.meta.dirname, '../../templates/newspaper/template.json')
  return JSON.parse(readFileSync(path, 'utf8')) as RawTemplate
}

function faultOf(change: (template: RawTemplate) => void): string {
  const template = newspaper()
  change(template)
  try {
    parseTemplate(template)
  } catch (error) {
    if (error instanceof BanxinError) return error.explanation.where.replace('template.json: ', '')
  }
  return ''
}

/** Changes the slot 二条 of the front page. */
const slot =
  (changes: Record<string, unknown>) =>
  ({ parents }: RawTemplate): void => {
    Object.assign(parents['front']?.slots['二条'] ?? {}, changes)
  }

describe('the slots of a template', () => {
  it('are read with their lengths, and pages inside in a row', () => {
    const { parents, sequence } = parseTemplate(newspaper())
    expect(parents['front']?.slots?.['二条']).toMatchObject({ left: 0, width: 304_000, lines: 19 })
    expect(sequence.inside).toEqual(['city', 'general'])
  })

  it('may be missing, and one parent for all pages inside is a row of one', () => {
    const path = resolve(import.meta.dirname, '../../templates/weekly/template.json')
    const weekly = parseTemplate(JSON.parse(readFileSync(path, 'utf8')))
    expect(weekly.sequence.inside).toEqual(['inside'])
  })

  it.each([
    ['too wide for the type area', slot({ left: '400pt' })],
    ['too low for the type area', slot({ lines: 20 })],
    ['over its neighbour', slot({ width: '330pt' })],
    ['over the one above', slot({ firstLine: 45, lines: 19 })],
    ['of columns too narrow', slot({ columns: 6, gutter: '19pt' })],
    ['with a box that leaves no line', slot({ lines: 3, box: { inset: '20pt' } })],
    [
      'over the main frame',
      ({ parents }: RawTemplate) => {
        const { front } = parents
        if (front !== undefined) front.main = { firstLine: 60, lines: 6 }
      },
    ],
  ])('are refused when one is %s', (_, change) => {
    expect(faultOf(change)).toMatch(/^parents\.front\.slots\./)
  })

  it('have names of their own, styles that there are, and a way to jump', () => {
    const { front, back } = newspaper().parents
    const twice = ({ parents }: RawTemplate): void => {
      Object.assign(parents['back']?.slots ?? {}, { 二条: back?.slots['书评'] })
      delete parents['back']?.slots['书评']
    }
    expect(front?.slots).toHaveProperty('二条')
    expect(faultOf(twice)).toBe('parents.back.slots.二条')
    expect(faultOf(slot({ box: { fill: 'mauve', inset: '9pt' } }))).toBe(
      'parents.front.slots.二条.box.fill',
    )
    expect(faultOf((template) => delete template.jump)).toBe('jump')
    expect(faultOf(({ sequence }) => (sequence['inside'] = ['city', 'none']))).toBe(
      'sequence.inside',
    )
  })
})
