import type { SetLine, SetParagraph } from '../../engine/text/set-line'
import { readCells, type Cell } from './cell'
import { findLongMarks } from './mark-classes'
import { readClusters, type PlacedCluster } from './placed-cluster'

/** A composed line with what its glyphs show. */
export interface ReadLine {
  readonly line: SetLine
  readonly lineIndex: number
  readonly clusters: readonly PlacedCluster[]
  readonly cells: readonly Cell[]
}

/** Reads the lines of a composed paragraph back from where its glyphs stand. */
export function readLines({ text, lines }: SetParagraph): readonly ReadLine[] {
  const longStarts = new Map(
    findLongMarks(text).flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, index): [number, number] => [start + index, start]),
    ),
  )
  return lines.map((line, lineIndex) => {
    const clusters = readClusters(text, line)
    return { line, lineIndex, clusters, cells: readCells(text, clusters, longStarts) }
  })
}
