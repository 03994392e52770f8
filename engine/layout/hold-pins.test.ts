import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseTemplate } from '../document/template'
import { blockKey } from './block-key'
import { holdPins } from './hold-pins'
import type { PinnedFigure } from './pinned-figure'

const json: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../templates/weekly/template.json'), 'utf8'),
)
const template = parseTemplate(json)

const FIGURE = {
  ...{ pictures: [], unitMpt: 16_000, topMpt: 3_000, baselineMpt: 12_000, captionUnits: 0 },
  ...{ isWhole: false, natural: 10, least: 8, most: 12 },
}
const pinned = (id: string, page: number, line: number): PinnedFigure => ({
  key: blockKey('s', id),
  storyId: 's',
  block: 0,
  pin: { page, column: 1, columns: 1, line, lines: 10 },
  figure: FIGURE,
  lines: 10,
  pictureUnits: 10,
  leftMpt: 0,
  columnsOfStory: 3,
})

/** Holds pins of an issue whose number of pages goes by what flows with its text. */
function hold(all: readonly PinnedFigure[], pagesFor: (inText: readonly string[]) => number) {
  let turns = 0
  const { made, pinFaults } = holdPins((unpinned) => {
    turns += 1
    const pins = all.filter(({ key }) => !unpinned.includes(key))
    const inText = all.filter(({ key }) => unpinned.includes(key)).map(({ key }) => key)
    return { pins, count: pagesFor(inText) }
  }, template)
  return { standing: made.pins.map(({ key }) => key), faults: Object.fromEntries(pinFaults), turns }
}

const a = pinned('a', 3, 3)
const b = pinned('b', 3, 14)
const c = pinned('c', 3, 5)

describe('holdPins', () => {
  it('pins again what the page is there for once another flows with the text', () => {
    const { standing, faults } = hold([a, b], (inText) => (inText.length > 0 ? 3 : 2))
    expect(standing).toEqual([a.key])
    expect(faults).toEqual({ [b.key]: { kind: 'no-page' } })
  })

  it('lets go of a figure whose page is there only while it flows, and asks no further', () => {
    const { standing, faults, turns } = hold([a], (inText) => (inText.length > 0 ? 3 : 2))
    expect(standing).toEqual([])
    expect(faults).toEqual({ [a.key]: { kind: 'no-page' } })
    expect(turns).toBe(3)
  })

  it('pins again what met another that has gone since', () => {
    const first = pinned('first', 2, 10)
    const met = pinned('met', 2, 12)
    let turn = 0
    const { standing, faults } = hold([first, met], (inText) => {
      turn += 1
      if (inText.length === 1) return turn === 2 ? 1 : 2
      return 2
    })
    expect(standing).toEqual([met.key])
    expect(Object.keys(faults)).toEqual([first.key])
  })

  it('says what stands in the way of a pin now', () => {
    const { standing, faults } = hold([a, c, b], (inText) => (inText.length > 0 ? 3 : 2))
    expect(standing).toContain(a.key)
    expect(faults[c.key]).toEqual({ kind: 'collides', with: a.key })
  })
})
