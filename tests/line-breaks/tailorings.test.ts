import { describe, expect, it } from 'vitest'
import { BLACK } from '../../engine/document/ink'
import { Break } from '../../engine/text/break-rank'
import { shapeParagraph } from '../../engine/text/shape-paragraph'
import { openStacks } from '../invariants/faces'
import {
  hasLineBreakCases,
  readLineBreakCases,
  type LineBreakCase,
} from '../readers/line-break-cases'
import { tailorings, type Difference } from './tailorings'

const style = {
  ...{ stack: openStacks().song, sizeMpt: 10_500, ink: BLACK, trackingMilliEm: 0, riseMpt: 0 },
  ...{ emphasisDots: false },
}

/** The places where a line may end freely, of those that lines are chosen from. */
function findPlaces(text: string): ReadonlySet<number> {
  const paragraph = shapeParagraph([{ text, style, noBreak: false }], {
    ...{ prohibition: 'basic', squeezeStops: true, marks: 'full', hangs: false, shape: 'fill' },
  })
  const ends = Array.from({ length: paragraph.count - 1 }, (_, at) => at)
  return new Set(
    ends
      .filter((at) => (paragraph.breaks[at] ?? Break.Never) >= Break.Free)
      .map((at) => paragraph.offsets[at + 1] ?? 0),
  )
}

const MARK = /\p{M}|\u200d/u

/** The character at an offset, whole. */
const characterAt = (text: string, at: number): string =>
  String.fromCodePoint(text.codePointAt(at) ?? 0)

function describePlace(text: string, at: number, isOpened: boolean): Difference {
  const before = Array.from(text.slice(0, at))
  const plain = before.filter((character) => !MARK.test(character))
  return {
    ...{ text, at, isOpened },
    before: plain.at(-1) ?? before.at(-1) ?? '',
    after: characterAt(text, at),
    solid: plain.findLast((character) => character !== ' ') ?? '',
    quotes: before.filter((character) => character === '"').length,
  }
}

function findDifferences({ text, places }: LineBreakCase): readonly Difference[] {
  const found = findPlaces(text)
  const wanted = new Set(places)
  const offsets = [...new Set([...found, ...wanted])].sort((one, other) => one - other)
  return offsets
    .filter((at) => found.has(at) !== wanted.has(at))
    .map((at) => describePlace(text, at, found.has(at)))
}

/** A place for a person to read: the text with a bar there, and its code points. */
function show({ text, at, isOpened }: Difference): string {
  const codes = Array.from(text, (each) => (each.codePointAt(0) ?? 0).toString(16)).join(' ')
  const shown = `${text.slice(0, at)}|${text.slice(at)}`
  return `${isOpened ? '÷ for ×' : '× for ÷'} at ${at}: ${JSON.stringify(shown)} (${codes})`
}

describe.skipIf(!hasLineBreakCases)('lines and LineBreakTest-17.0.0 (../shared/data)', () => {
  it('differ where a tailoring explains it, and there alone; each tailoring is needed', () => {
    const cases = readLineBreakCases()
    expect(cases).toHaveLength(19_338)
    const differences = cases.flatMap(findDifferences)
    const explainers = differences.map((place) => tailorings.filter((each) => each.explains(place)))
    expect(differences.filter((_, at) => explainers[at]?.length === 0).map(show)).toEqual([])
    const counts = tailorings.map((each) => explainers.filter(([first]) => first === each).length)
    process.stdout.write(
      tailorings.map(({ name, rule }, at) => `${counts[at] ?? 0} × ${name} (${rule})\n`).join(''),
    )
    const needed = new Set(explainers.flatMap((each) => (each.length === 1 ? each : [])))
    expect(tailorings.filter((each) => !needed.has(each)).map(({ name }) => name)).toEqual([])
  })
})
