import type { Template } from '../document/template'
import type { Band, PlannedPage } from './band'
import type { BlockKey } from './block-key'
import { type ColumnLayer, createColumnLayer } from './column-layer'
import type { PictureUnits } from './columns'
import type { SetFigure } from './figure'
import { type Flow, flowBands } from './flow'
import { costOf } from './flow-cost'
import type { BandMaker, StoryChoice } from './issue-bands'
import { parentOf } from './page-sequence'
import { type RaggedPlace, raggedPlaces } from './ragged-places'

/** Pages as they will be painted. */
export interface MakeUp {
  readonly bands: readonly Band[]
  readonly flow: Flow
  readonly pictureUnits: PictureUnits
  /** Lines by which each picture is in fact taller than natural, its limits respected. */
  readonly grown: ReadonlyMap<BlockKey, number>
  readonly cost: number
}

/** What is open in an issue. */
interface Choice extends StoryChoice {
  /** Lines by which the picture of a block is taller (or, negative, shorter) than it would be. */
  readonly grown: ReadonlyMap<BlockKey, number>
}

/** How far all pictures are grown together in the first round. */
const FIRST_STEPS = [1, -1, 2, -2, 3, -3, 4, -4]
/** How far one picture is grown in later rounds. */
const LATER_STEPS = [1, -1, 2, -2, 4, -4]
/** How far one picture is grown at the cost of another. */
const PAIRED_STEPS = [1, -1, 2, -2, 3, -3]
/** An issue is made up within this many tries, so that it takes no longer than it may. */
const MOST_ATTEMPTS = 1_500

/**
 * Makes up the issue: finds heights of its pictures, in whole lines and within what cropping
 * allows, spans of those that nobody chose, and paragraphs to run over, with which pages are
 * full, columns level and the last page well used. Pictures are first tried all together, then
 * one at a time, then paragraphs where columns are still ragged; ties go to the earlier try, so
 * that the same issue gives the same pages.
 */
export function makeUp(makeBands: BandMaker, template: Template): MakeUp {
  const attempt = rememberAttempts(makeBands, template)
  let choice: Choice = { widened: new Set(), loosened: new Set(), grown: new Map() }
  let best = attempt(choice)
  let attempts = 0
  /** Whether the candidate is better than the best so far, which it then becomes. */
  const consider = (candidate: Choice): boolean => {
    attempts += 1
    if (attempts > MOST_ATTEMPTS) return false
    const made = attempt(candidate)
    if (made.cost >= best.cost) return false
    best = made
    choice = { ...candidate, grown: made.grown }
    return true
  }
  const figures = figuresOf(best.bands)
  for (const step of FIRST_STEPS) consider({ ...choice, grown: growAll(figures, step) })
  while (growOne() || growTwo()) continue
  levelColumns()
  return best

  function growOne(): boolean {
    let improved = false
    for (const { key, isOpen } of figures) {
      for (const step of LATER_STEPS) {
        improved = consider({ ...choice, grown: grow(choice.grown, [key, step]) }) || improved
      }
      if (!isOpen) continue
      const widened = toggle(choice.widened, key)
      for (const step of [0, ...FIRST_STEPS]) {
        const alone = new Map(choice.grown).set(key, step)
        improved = consider({ ...choice, widened, grown: alone }) || improved
        improved = consider({ ...choice, widened, grown: growAll(figures, step) }) || improved
      }
    }
    return improved
  }

  /** What one picture gives to the page, another takes: for the last hole that no one fills. */
  function growTwo(): boolean {
    for (const one of figures) {
      for (const other of figures) {
        if (one === other) continue
        for (const step of PAIRED_STEPS) {
          const grown = grow(choice.grown, [one.key, step], [other.key, -step])
          if (consider({ ...choice, grown })) return true
        }
      }
    }
    return false
  }

  function levelColumns(): void {
    const hopeless = new Set<string>()
    for (;;) {
      const place = raggedPlaces(best.flow).find((ragged) => !hopeless.has(nameOf(ragged)))
      if (place === undefined) return
      const isLevel = place.texts.some((key) =>
        consider({ ...choice, loosened: toggle(choice.loosened, key) }),
      )
      if (!isLevel) hopeless.add(nameOf(place))
    }
  }
}

function grow(
  grown: ReadonlyMap<BlockKey, number>,
  ...steps: readonly (readonly [key: BlockKey, lines: number])[]
): ReadonlyMap<BlockKey, number> {
  const next = new Map(grown)
  for (const [key, lines] of steps) next.set(key, (next.get(key) ?? 0) + lines)
  return next
}

function nameOf({ storyId, pageIndex }: RaggedPlace): string {
  return `${storyId} ${String(pageIndex)}`
}

function growAll(figures: readonly OpenFigure[], lines: number): ReadonlyMap<BlockKey, number> {
  return new Map(figures.map(({ key }) => [key, lines]))
}

function toggle(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const toggled = new Set(set)
  if (!toggled.delete(member)) toggled.add(member)
  return toggled
}

interface OpenFigure {
  readonly key: BlockKey
  readonly figure: SetFigure
  /** Whether its span is for the make-up to choose. */
  readonly isOpen: boolean
}

function figuresOf(bands: readonly Band[]): readonly OpenFigure[] {
  return bands.flatMap((band): readonly OpenFigure[] => {
    if (band.kind === 'figure') return [{ ...band, isOpen: band.mayNarrow }]
    if (band.kind !== 'columns') return []
    return band.content.floats.map((float) => ({ ...float, isOpen: float.mayWiden }))
  })
}

/** Flows by choice, each made once although the search comes back to it. */
function rememberAttempts(makeBands: BandMaker, template: Template): (choice: Choice) => MakeUp {
  const made = new Map<string, MakeUp>()
  const layer = createColumnLayer()
  return (choice) => {
    const { widened, loosened, grown } = choice
    const bands = makeBands(choice)
    const figures = figuresOf(bands)
    const heights = new Map(
      figures.map(({ key, figure }) => [key, heightOf(figure, grown.get(key) ?? 0)]),
    )
    const name = [[...widened].sort(), [...loosened].sort(), [...heights.values()]].join('|')
    const known = made.get(name)
    if (known !== undefined) return known
    const pictureUnits: PictureUnits = (key) => heights.get(key) ?? 1
    const flow = flowToLast(bands, template, pictureUnits, layer)
    const actual = new Map(
      figures.map(({ key, figure }) => [key, pictureUnits(key) - figure.natural]),
    )
    const croppedLines = [...actual.values()].reduce((sum, lines) => sum + Math.abs(lines), 0)
    const cost = costOf(flow, { croppedLines, widened: widened.size, loosened: loosened.size })
    const result = { bands, flow, pictureUnits, grown: actual, cost }
    made.set(name, result)
    return result
  }
}

function heightOf(figure: SetFigure, grown: number): number {
  return Math.max(figure.least, Math.min(figure.most, figure.natural + grown))
}

/**
 * Flows with as many pages as it takes, the last of them on its own parent page: the number of
 * pages decides which page is the last, so it is guessed from below until it holds. Where the text
 * ends on a page that is one too many with the frame of a last page and one too few without, a
 * page with its furniture alone comes after it.
 */
function flowToLast(
  bands: readonly Band[],
  template: Template,
  pictureUnits: PictureUnits,
  layer: ColumnLayer,
): Flow {
  const { maximumPages } = template.sequence
  const gridLineMpt = template.page.typeArea.leading
  const flowFor = (count: number): Flow =>
    flowBands(bands, {
      frameLines: (index) => parentOf(template, index, count).main.lines,
      maximumPages,
      gridLineMpt,
      pictureUnits,
      layer,
    })
  const endless = flowFor(Number.MAX_SAFE_INTEGER)
  for (let count = Math.max(1, endless.pages.length); count <= maximumPages; count += 1) {
    const flow = flowFor(count)
    if (flow.overset !== undefined || flow.pages.length > count) continue
    const { lines } = parentOf(template, count - 1, count).main
    const blank = Array.from({ length: count - flow.pages.length }, () => emptyPage(lines))
    return { ...flow, pages: [...flow.pages, ...blank] }
  }
  return flowFor(maximumPages)
}

function emptyPage(lines: number): PlannedPage {
  return { placed: [], lines, usedLines: 0 }
}
