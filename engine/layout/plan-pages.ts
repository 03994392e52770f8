import type { PlacedBand, PlannedPage } from './band'
import type { MakeUp } from './attempt'

/** The pages of a make-up, each with the bands that stand on it. */
export function planPages({ flow, bands, heights }: MakeUp): readonly PlannedPage[] {
  return flow.pages.map(({ page, firstBand }) => {
    const placed = page.placed.flatMap(
      ({ band: distance, line, lines, fills = [] }): PlacedBand[] => {
        const band = bands[firstBand + distance]
        switch (band?.kind) {
          case 'block':
            return [{ band, line, lines }]
          case 'figure':
            return [
              { band, line, lines, pictureUnits: heights.get(band.key) ?? band.figure.natural },
            ]
          case 'columns':
            return [{ band, line, lines, fills }]
          default:
            return []
        }
      },
    )
    return { placed, lines: page.lines, usedLines: page.usedLines }
  })
}

/** Stories of which a head, a picture or a block is taller than a whole frame. */
export function tooTallStories({ flow, bands }: MakeUp): ReadonlySet<string> {
  const ids = flow.pages.flatMap(({ page, firstBand }) =>
    page.tooTall.flatMap((distance): readonly string[] => {
      const band = bands[firstBand + distance]
      if (band === undefined || band.kind === 'page-break') return []
      return [band.kind === 'block' ? band.of.id : band.storyId]
    }),
  )
  return new Set(ids)
}
