import type { ColourSpace } from '../document/export-preset'
import type { Ink } from '../document/ink'
import { fillInk, fillLight } from './operators'

/** The graphics state resources: fills that print over what is under them, and that do not. */
export const OVERPRINT = 'Over'
export const KNOCKOUT = 'Knock'

/** How text is shown until it is said otherwise. */
export interface TextState {
  /** The resource name and size of a font, as operands of `Tf`. */
  readonly font: string
  /** How much wider than points the units of text space are. */
  readonly scale: number
}

/** Collects the operators of a content stream and sets each state only where it changes. */
export interface ContentPainter {
  /** What follows is skipped by readers of the text, or is not (PDF 32000 14.8.2.2). */
  setArtifact(on: boolean): void
  /** The ink of fills and text, told in the colour space of the stream. */
  setInk(ink: Ink): void
  /** Whether what follows leaves what is under it on the plates that it does not use. Light has none. */
  setOverprint(on: boolean): void
  /** Adds operators that show text. */
  addText(state: TextState, ...operators: readonly string[]): void
  /** Adds operators that draw anything else. */
  addGraphics(operators: string): void
  /** The whole stream, all that was begun ended. */
  finish(): string
}

/** Whether two inks are the same on all plates. */
export function isSameInk(one: Ink, other: Ink): boolean {
  return (
    one.cyan === other.cyan &&
    one.magenta === other.magenta &&
    one.yellow === other.yellow &&
    one.black === other.black
  )
}

/** An empty content stream. */
export function createPainter(colourSpace: ColourSpace): ContentPainter {
  const stream: string[] = []
  let isArtifact = false
  let isText = false
  let overprints = false
  let ink: Ink | undefined
  let font = ''
  let scale = 1

  const setIsText = (on: boolean) => {
    if (isText !== on) stream.push(on ? 'BT' : 'ET')
    isText = on
  }
  const setArtifact = (on: boolean) => {
    if (isArtifact === on) return
    setIsText(false)
    stream.push(on ? '/Artifact BMC' : 'EMC')
    isArtifact = on
  }

  return {
    setArtifact,
    setInk(wanted) {
      if (ink === undefined || !isSameInk(ink, wanted)) {
        stream.push(colourSpace === 'cmyk' ? fillInk(wanted) : fillLight(wanted))
      }
      ink = wanted
    },
    setOverprint(on) {
      if (colourSpace !== 'cmyk') return
      if (overprints !== on) stream.push(`/${on ? OVERPRINT : KNOCKOUT} gs`)
      overprints = on
    },
    addText(state, ...operators) {
      setIsText(true)
      if (font !== state.font) stream.push(`${state.font} Tf`)
      font = state.font
      if (scale !== state.scale) stream.push(`${100 / state.scale} Tz`)
      scale = state.scale
      stream.push(...operators)
    },
    addGraphics(operators) {
      setIsText(false)
      stream.push(operators)
    },
    finish() {
      setArtifact(false)
      setIsText(false)
      return stream.join('\n')
    },
  }
}
