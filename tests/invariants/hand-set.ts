import { BLACK } from '../../engine/document/ink'
import type { Face } from '../../engine/fonts/face'
import type { SetLine, SetParagraph, SetRun } from '../../engine/text/set-line'

/** The size of type set by hand: a round number, so that positions read as parts of an em. */
export const EM_MPT = 10_000

/**
 * A line set by hand: its characters stand one em apart from `fromMpt` (letters as wide as their
 * face has them), but for what `moves` adds before the character of that index.
 */
export interface HandLine {
  readonly text: string
  readonly fromMpt?: number
  readonly moves?: Readonly<Record<number, number>>
  readonly adjustedMpt?: number
}

/** The faces that hand-set lines are set in: marks and Han in one, letters and digits in the other. */
export interface HandFaces {
  readonly han: Face
  readonly latin: Face
}

const isLatin = (character: string): boolean => /[A-Za-z0-9 ]/.test(character)

const HALF_MARKS = '”’）》〉】」』、，。．：；！？'

function setLine(hand: HandLine, start: number, isLast: boolean, faces: HandFaces): SetLine {
  const runs: { -readonly [Key in keyof SetRun]: SetRun[Key] }[] = []
  let penMpt = hand.fromMpt ?? 0
  let widthMpt = 0
  for (const [index, character] of Array.from(hand.text).entries()) {
    const face = isLatin(character) ? faces.latin : faces.han
    // As Hani, a dash is one em wide.
    const script = isLatin(character) ? 'Latn' : 'Hani'
    const glyph = face.shape(character, { script, language: 'zh-Hans' })[0]?.glyph ?? 0
    penMpt += hand.moves?.[index] ?? 0
    const last = runs.at(-1)
    const run =
      last?.face === face
        ? last
        : {
            face,
            sizeMpt: EM_MPT,
            ink: BLACK,
            start: start + index,
            glyphs: [],
            xMpt: [],
            clusters: [],
            text: '',
          }
    if (run !== last) runs.push(run)
    const advanceMpt = Math.round((face.advanceOf(glyph) * EM_MPT) / face.unitsPerEm)
    run.glyphs = [...run.glyphs, glyph]
    run.xMpt = [...run.xMpt, penMpt]
    run.clusters = [...run.clusters, start + index - run.start]
    run.text += character
    const isLongMark = '—…'.includes(character)
    widthMpt = penMpt + (HALF_MARKS.includes(character) ? EM_MPT / 2 : advanceMpt)
    penMpt += isLongMark ? EM_MPT : advanceMpt
  }
  return {
    start,
    end: start + hand.text.length,
    runs,
    strokes: [],
    rubies: [],
    measureMpt: 0,
    widthMpt,
    adjustedMpt: hand.adjustedMpt ?? 0,
    isLast,
  }
}

/** A paragraph whose every position is chosen by hand, right or wrong. */
export function setByHand(lines: readonly HandLine[], faces: HandFaces): SetParagraph {
  let start = 0
  const set = lines.map((hand, index) => {
    const line = setLine(hand, start, index === lines.length - 1, faces)
    start = line.end
    return line
  })
  return { text: lines.map((line) => line.text).join(''), lines: set, missing: [] }
}
