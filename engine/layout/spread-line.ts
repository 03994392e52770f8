import type { SetLine } from '../text/set-line'

/**
 * A line whose glyphs span so much more: the room is shared between them, so that sums are exact.
 * A line of one glyph stays as it is.
 */
export function spreadLine(line: SetLine, byMpt: number): SetLine {
  const gaps = line.runs.reduce((count, { glyphs }) => count + glyphs.length, -1)
  if (gaps < 1 || byMpt <= 0) return line
  let before = 0
  const runs = line.runs.map((run) => {
    const xMpt = run.xMpt.map((x) => {
      const shift = Math.floor((byMpt * before) / gaps)
      before += 1
      return x + shift
    })
    return { ...run, xMpt }
  })
  return { ...line, runs, widthMpt: line.widthMpt + byMpt }
}
