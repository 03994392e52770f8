import type { Face } from '../fonts/face'
import type { SetRun } from './set-line'
import type { CharacterStyle } from './style'

/** What a run is set in, and where its text begins. */
interface RunStart {
  readonly face: Face
  readonly style: CharacterStyle
  /** UTF-16 offset in the paragraph's text. */
  readonly offset: number
}

/**
 * Draws up runs, one after the other. Its lists serve each of them: a run gets copies of its own,
 * no longer than it is.
 */
export interface RunDraft {
  readonly isBegun: boolean
  begin(start: RunStart): void
  /** Adds a glyph at a pen position, of the cluster at a UTF-16 offset of the paragraph. */
  add(glyph: number, xMpt: number, riseMpt: number, offset: number): void
  /** Says that a word is divided at the end of the run. */
  divide(): void
  /** Ends the run before a UTF-16 offset. */
  end(offset: number): SetRun | undefined
}

export function createRunDraft(text: string): RunDraft {
  const glyphs: number[] = []
  const xMpt: number[] = []
  const risesMpt: number[] = []
  const clusters: number[] = []
  let run: RunStart | undefined
  let count = 0
  let isRaised = false
  let isDivided = false
  return {
    get isBegun() {
      return run !== undefined
    },
    begin(start) {
      run = start
      count = 0
      isRaised = false
      isDivided = false
    },
    add(glyph, x, rise, offset) {
      glyphs[count] = glyph
      xMpt[count] = x
      risesMpt[count] = rise
      clusters[count] = offset - (run?.offset ?? 0)
      if (rise !== 0) isRaised = true
      count++
    },
    divide() {
      isDivided = true
    },
    end(offset) {
      if (run === undefined) return undefined
      const { face, style, offset: start } = run
      run = undefined
      return {
        face,
        sizeMpt: style.sizeMpt,
        ink: style.ink,
        start,
        glyphs: glyphs.slice(0, count),
        xMpt: xMpt.slice(0, count),
        ...(isRaised ? { riseMpt: risesMpt.slice(0, count) } : {}),
        clusters: clusters.slice(0, count),
        ...(isDivided ? { isDivided } : {}),
        text: text.slice(start, offset),
      }
    },
  }
}
