import { Break } from './break-rank'
import { isLineStartTrimmed, measureLine, roomOfLine } from './measure-line'
import type { ShapedParagraph } from './shaped-paragraph'
import { isLastLineLongEnough } from './mend-last-line'
import type { ParagraphSetting } from './style'

/** No gap of a line that is loosened grows by more than this share of an em: a tenth. */
const LOOSEST_SHARE = 10

interface Run {
  readonly ends: readonly number[]
  readonly cost: number
}

/**
 * 放行: the paragraph in one line more than `ends` takes, its lines stretched evenly to push
 * enough characters down. What a make-up editor does to bring columns level. `undefined` when
 * some gap would grow by more than a tenth of an em, or the last line would come out too short.
 */
export function runOver(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measureMpt: (lineIndex: number) => number,
  ends: readonly number[],
): readonly number[] | undefined {
  const wanted = ends.length + 1
  const known = new Map<number, Run | undefined>()
  const search = (from: number, line: number): Run | undefined => {
    const key = line * (shaped.count + 1) + from
    if (known.has(key)) return known.get(key)
    const best = line === wanted - 1 ? lastLine(from, line) : fullLine(from, line)
    known.set(key, best)
    return best
  }
  const lastLine = (from: number, line: number): Run | undefined => {
    const { count } = shaped
    if (from >= count || !isLastLineLongEnough(shaped, setting, from)) return undefined
    const extent = measureLine(shaped, from, count, isLineStartTrimmed(setting, line))
    const fits = extent.naturalMpt <= roomOfLine(setting, measureMpt, line)
    return fits ? { ends: [count], cost: 0 } : undefined
  }
  const fullLine = (from: number, line: number): Run | undefined => {
    const roomMpt = roomOfLine(setting, measureMpt, line)
    const trimmed = isLineStartTrimmed(setting, line)
    let best: Run | undefined
    for (let to = from + 1; to < shaped.count; to++) {
      const rank = shaped.breaks[to - 1] ?? Break.Never
      if (rank < Break.Free) continue
      const extent = measureLine(shaped, from, to, trimmed)
      if (extent.naturalMpt - extent.squeezableMpt > roomMpt) break
      const shortMpt = roomMpt - extent.naturalMpt
      const gaps = Math.max(1, extent.last - extent.first)
      const em = shaped.styles[shaped.styleOf[extent.first] ?? 0]?.sizeMpt ?? 0
      if (rank !== Break.Forced && shortMpt * LOOSEST_SHARE > gaps * em) continue
      const rest = search(to, line + 1)
      const cost = (rank === Break.Forced ? 0 : (shortMpt * shortMpt) / gaps) + (rest?.cost ?? 0)
      if (rest !== undefined && (best === undefined || cost < best.cost)) {
        best = { ends: [to, ...rest.ends], cost }
      }
      if (rank === Break.Forced) break
    }
    return best
  }
  return search(0, 0)?.ends
}
