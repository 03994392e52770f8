import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseTemplate, type Template } from '../document/template'
import { leastPagesFor, mainOf, pageOfParent, parentNameOf } from './page-sequence'

const path = resolve(import.meta.dirname, '../../templates/newspaper/template.json')
const newspaper = parseTemplate(JSON.parse(readFileSync(path, 'utf8')))
const long: Template = { ...newspaper, sequence: { ...newspaper.sequence, maximumPages: 8 } }

const namesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => parentNameOf(long, index, count))

describe('the sequence of pages', () => {
  it('goes through the list of pages inside and keeps to its last', () => {
    expect(namesOf(1)).toEqual(['front'])
    expect(namesOf(2)).toEqual(['front', 'back'])
    expect(namesOf(3)).toEqual(['front', 'city', 'back'])
    expect(namesOf(6)).toEqual(['front', 'city', 'general', 'general', 'general', 'back'])
  })

  it('has the first page of a parent, if any of so many has it', () => {
    expect(pageOfParent(long, 'front', 1)).toBe(0)
    expect(pageOfParent(long, 'general', 3)).toBeUndefined()
    expect(pageOfParent(long, 'general', 6)).toBe(2)
    expect(pageOfParent(long, 'back', 6)).toBe(5)
    expect(pageOfParent(long, 'none', 6)).toBeUndefined()
  })

  it('is as long as the parents that are asked for want it', () => {
    expect(leastPagesFor(long, [])).toBe(1)
    expect(leastPagesFor(long, ['front', 'back'])).toBe(2)
    expect(leastPagesFor(long, ['city'])).toBe(3)
    expect(leastPagesFor(long, ['general', 'front'])).toBe(4)
    const two = { ...long, sequence: { ...long.sequence, maximumPages: 2 } }
    expect(leastPagesFor(two, ['general', 'back'])).toBe(2)
  })

  it('shows what is overset in the whole type area, where there would be no main frame', () => {
    expect(mainOf(newspaper, 1, 4)).toMatchObject({ lines: 0 })
    const slotted = { ...newspaper, sequence: { ...newspaper.sequence, inside: ['city'] } }
    expect(mainOf(slotted, 4, 4)).toEqual({ firstLine: 0, lines: 66 })
  })
})
