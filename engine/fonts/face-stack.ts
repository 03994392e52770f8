import type { Face } from './face'

/**
 * The faces that set one style, in order of preference: a Han face, the Latin companion that
 * takes letters and digits from it, and the faces asked last. A stack is compared by identity.
 */
export interface FaceStack {
  readonly han: Face
  readonly latin: Face
  readonly fallbacks: readonly Face[]
}

/** A face that has a character, with its glyph there. */
export interface ResolvedGlyph {
  readonly face: Face
  readonly glyph: number
}

/**
 * The first face of the stack that has the code point: the Latin companion is asked first for
 * what is set as Latin, the Han face for all else. `undefined` when no face has it; the caller
 * shows `.notdef` of the Han face and reports a finding, never a blank.
 */
export function resolveGlyph(
  stack: FaceStack,
  codePoint: number,
  setAsLatin: boolean,
): ResolvedGlyph | undefined {
  const [first, second] = setAsLatin ? [stack.latin, stack.han] : [stack.han, stack.latin]
  for (const face of [first, second, ...stack.fallbacks]) {
    const glyph = face.glyphOf(codePoint)
    if (glyph !== 0) return { face, glyph }
  }
  return undefined
}
