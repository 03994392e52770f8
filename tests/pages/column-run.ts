import type { TextLine } from './text-line'

/** The lines of one story in one column of one page, top to bottom. */
export interface ColumnRun {
  readonly pageIndex: number
  readonly storyId: string
  readonly leftMpt: number
  readonly lines: readonly TextLine[]
}

/**
 * The column runs of the body lines given, in reading order: one begins where the story, the page
 * or the column changes, which shows as a baseline that is not below the one before it.
 */
export function readColumnRuns(lines: readonly TextLine[]): readonly ColumnRun[] {
  const runs: TextLine[][] = []
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1)
    const continues =
      last?.pageIndex === line.pageIndex &&
      last.storyId === line.storyId &&
      line.baselineMpt > last.baselineMpt
    if (continues) runs.at(-1)?.push(line)
    else runs.push([line])
  }
  return runs.flatMap((run) => {
    const [first] = run
    if (first === undefined) return []
    const leftMpt = Math.min(...run.map((line) => line.leftMpt))
    return [{ pageIndex: first.pageIndex, storyId: first.storyId, leftMpt, lines: run }]
  })
}

/** Neighbouring columns of one story on one page, left to right. */
export function readBands(runs: readonly ColumnRun[]): readonly (readonly ColumnRun[])[] {
  const bands: ColumnRun[][] = []
  for (const run of runs) {
    const last = bands.at(-1)?.at(-1)
    const isNext =
      last?.pageIndex === run.pageIndex &&
      last.storyId === run.storyId &&
      run.leftMpt > last.leftMpt
    if (isNext) bands.at(-1)?.push(run)
    else bands.push([run])
  }
  return bands
}
