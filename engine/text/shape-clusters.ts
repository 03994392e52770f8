import { resolveGlyph } from '../fonts/face-stack'
import type { Face } from '../fonts/face'
import { IS_LATIN, IS_VOID, Kind } from './character-kind'
import { type ClusterBuilder, createClusterBuilder } from './cluster-builder'
import type { MergedRuns } from './merge-runs'
import type { ResolvedText } from './resolve-text'
import type { MissingCharacter } from './set-line'
import { latinModeOf, scaleToMpt, shapeText } from './shape-text'
import type { CharacterStyle } from './style'

const SPACE = 0x20

/** A paragraph's clusters with their glyphs, and what no face of their stacks could show. */
export interface ShapedClusters {
  readonly clusters: ClusterBuilder
  readonly faces: readonly Face[]
  readonly missing: readonly MissingCharacter[]
}

/**
 * Turns the text into clusters. Latin words go through the shaper whole; a Han character is its
 * nominal glyph and needs none, but for marks that the shaper joins or widens (`——`, `……`).
 */
export function shapeClusters(resolved: ResolvedText, merged: MergedRuns): ShapedClusters {
  const { text, kinds } = resolved
  const shaper = createClusterShaper(resolved)
  let start = 0
  merged.styles.forEach((style, styleIndex) => {
    const styleEnd = merged.styleEnds[styleIndex] ?? text.length
    // A mark that extends a character of the style before goes with that character.
    const end = skipExtensions(kinds, styleEnd)
    while (start < end) {
      const next = IS_LATIN[kinds[start] ?? Kind.Zero] === 1 ? endOfLatin : endOfCluster
      const clusterEnd = next(kinds, start, end)
      if (next === endOfLatin) shaper.addLatin(start, clusterEnd, style, styleIndex)
      else shaper.addCluster(start, clusterEnd, style, styleIndex)
      start = clusterEnd
    }
  })
  return shaper
}

function skipExtensions(kinds: Uint8Array, start: number): number {
  let end = start
  while (kinds[end] === Kind.Extend) end++
  return end
}

function endOfLatin(kinds: Uint8Array, start: number, limit: number): number {
  let end = start + 1
  while (end < limit && (IS_LATIN[kinds[end] ?? Kind.Zero] === 1 || kinds[end] === Kind.Extend)) {
    end++
  }
  return end
}

function endOfCluster(kinds: Uint8Array, start: number, limit: number): number {
  let end = start + 1
  while (end < limit && (kinds[end] === Kind.Extend || kinds[end] === Kind.LongTail)) end++
  return end
}

interface ClusterShaper extends ShapedClusters {
  addLatin(start: number, end: number, style: CharacterStyle, styleIndex: number): void
  addCluster(start: number, end: number, style: CharacterStyle, styleIndex: number): void
}

function createClusterShaper({ text, kinds }: ResolvedText): ClusterShaper {
  const clusters = createClusterBuilder(text.length)
  const faces: Face[] = []
  const missing: MissingCharacter[] = []

  const indexOf = (face: Face): number => {
    const known = faces.indexOf(face)
    return known >= 0 ? known : faces.push(face) - 1
  }
  const faceFor = (
    codePoint: number,
    style: CharacterStyle,
    asLatin: boolean,
  ): Face | undefined => {
    const first = asLatin ? style.stack.latin : style.stack.han
    if (first.glyphOf(codePoint) !== 0) return first
    return resolveGlyph(style.stack, codePoint, asLatin)?.face
  }
  /** Reports what a face lacks of the cluster at an offset: its base, or else a mark on it. */
  const reportMissing = (start: number, face: Face): void => {
    let offset = start
    const lacks = (): boolean => {
      const codePoint = text.codePointAt(offset) ?? 0
      return face.glyphOf(codePoint) === 0 && (offset === start || !isSecondUnit(codePoint))
    }
    while (!lacks() && kinds[offset + 1] === Kind.Extend) offset++
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0)
    missing.push({ offset, character })
  }

  /** Shapes a piece of Latin in one face, and cuts it where the shaper ends its clusters. */
  const addPiece = (
    start: number,
    end: number,
    face: Face,
    style: CharacterStyle,
    styleIndex: number,
  ): void => {
    const faceIndex = indexOf(face)
    const { sizeMpt, riseMpt } = style
    let pen = 0
    let cluster = -1
    for (const glyph of shapeText(face, text.slice(start, end), latinModeOf(style))) {
      if (glyph.cluster !== cluster) {
        if (cluster >= 0) {
          clusters.end(pen)
          clusters.reshapes[clusters.count - 1] = glyph.unsafeToBreak ? 1 : 0
        }
        cluster = glyph.cluster
        pen = 0
        const offset = start + cluster
        clusters.begin(offset, kinds[offset] ?? Kind.LatinWord, styleIndex, faceIndex)
      }
      const x = pen + scaleToMpt(glyph.dx, face, sizeMpt)
      clusters.addGlyph(glyph.glyph, x, riseMpt + scaleToMpt(glyph.dy, face, sizeMpt))
      pen += scaleToMpt(glyph.advance, face, sizeMpt)
      if (glyph.glyph === 0) reportMissing(start + cluster, face)
    }
    if (cluster < 0) return
    clusters.end(pen)
    // A soft hyphen shows itself only where a line ends.
    for (let at = clusters.count - 1; (clusters.offsets[at] ?? 0) > start; at--) {
      if (text.charCodeAt(clusters.offsets[at] ?? 0) === 0xad) clusters.reshapes[at] = 1
    }
  }

  return {
    clusters,
    faces,
    missing,
    addLatin(start, end, style, styleIndex) {
      let pieceStart = start
      let pieceFace: Face | undefined
      for (let offset = start; offset < end; offset++) {
        if (kinds[offset] === Kind.Extend) continue
        const codePoint = text.codePointAt(offset) ?? 0
        const face = faceFor(codePoint, style, true) ?? style.stack.han
        if (pieceFace !== undefined && face !== pieceFace) {
          addPiece(pieceStart, offset, pieceFace, style, styleIndex)
          pieceStart = offset
        }
        pieceFace = face
      }
      if (pieceFace !== undefined) addPiece(pieceStart, end, pieceFace, style, styleIndex)
    },
    addCluster(start, end, style, styleIndex) {
      const codePoint = text.codePointAt(start) ?? 0
      const kind = kinds[start] === Kind.LongTail ? longKindOf(codePoint) : (kinds[start] ?? 0)
      const { sizeMpt, riseMpt } = style
      if (IS_VOID[kind] === 1) {
        addVoid(start, kind, codePoint, style, styleIndex)
        return
      }
      const asLatin = kind === Kind.Suffix && codePoint < 0x2100
      const found = faceFor(codePoint, style, asLatin)
      const face = found ?? style.stack.han
      if (found === undefined) reportMissing(start, face)
      const faceIndex = indexOf(face)
      clusters.begin(start, kind, styleIndex, faceIndex)
      if (!needsShaper(kind, codePoint) && end - start === (codePoint > 0xffff ? 2 : 1)) {
        const glyph = face.glyphOf(codePoint)
        const advance = scaleToMpt(face.advanceOf(glyph), face, sizeMpt)
        const body = bodyOf(kind, codePoint, end - start, advance, sizeMpt)
        clusters.addGlyph(glyph, inkOffset(kind, body, advance), riseMpt)
        clusters.end(body)
        return
      }
      const glyphs = shapeText(face, text.slice(start, end), 'han')
      const width = glyphs.reduce((sum, { advance }) => sum + advance, 0)
      const advance = scaleToMpt(width, face, sizeMpt)
      const body = bodyOf(kind, codePoint, end - start, advance, sizeMpt)
      let pen = inkOffset(kind, body, advance)
      for (const glyph of glyphs) {
        const x = pen + scaleToMpt(glyph.dx, face, sizeMpt)
        clusters.addGlyph(glyph.glyph, x, riseMpt + scaleToMpt(glyph.dy, face, sizeMpt))
        pen += scaleToMpt(glyph.advance, face, sizeMpt)
        if (glyph.glyph === 0 && found !== undefined) reportMissing(start, face)
      }
      clusters.end(body)
    },
  }

  /** A space shows the face's own blank glyph, so that whoever reads the glyphs reads it too. */
  function addVoid(
    start: number,
    kind: number,
    codePoint: number,
    style: CharacterStyle,
    styleIndex: number,
  ): void {
    const before = clusters.count - 1
    const continues = before >= 0 && clusters.styleOf[before] === styleIndex
    const face = (continues ? faces[clusters.faceOf[before] ?? 0] : undefined) ?? style.stack.han
    clusters.begin(start, kind, styleIndex, indexOf(face))
    const own = kind === Kind.WideSpace ? face.glyphOf(codePoint) : 0
    const glyph = own === 0 ? face.glyphOf(SPACE) : own
    if (glyph !== 0 && kind !== Kind.Zero && kind !== Kind.LineEnd) {
      clusters.addGlyph(glyph, 0, style.riseMpt)
    }
    if (kind !== Kind.WideSpace) {
      clusters.end(0)
      return
    }
    const isEm = codePoint === 0x3000 || codePoint === 0x09 || own === 0
    clusters.end(isEm ? style.sizeMpt : scaleToMpt(face.advanceOf(own), face, style.sizeMpt))
  }
}

/** Whether a unit is the second of a pair, which `codePointAt` gives for itself. */
function isSecondUnit(codePoint: number): boolean {
  return codePoint >= 0xdc00 && codePoint <= 0xdfff
}

/** What the second half of a long mark is where a change of style parts it from the first. */
function longKindOf(codePoint: number): number {
  return codePoint === 0x2014 ? Kind.LongDash : Kind.LongDots
}

/** Whether only the shaper gives a mark its Chinese form: `—` is 0.89 em by its nominal glyph. */
function needsShaper(kind: number, codePoint: number): boolean {
  if (kind === Kind.LongDash || kind === Kind.LongDots) return true
  return kind === Kind.Connector && codePoint < 0x3000
}

/** The width of a cluster's body (R2, R3): a full-width mark is half an em beside its blank. */
function bodyOf(
  kind: number,
  codePoint: number,
  length: number,
  advance: number,
  emMpt: number,
): number {
  switch (kind) {
    case Kind.Open:
    case Kind.Close:
    case Kind.Pause:
    case Kind.End:
    case Kind.WideDot:
    case Kind.Dot:
      return emMpt >> 1
    case Kind.Slash:
      return codePoint === 0x2f ? emMpt >> 1 : emMpt
    case Kind.Connector:
      return codePoint < 0x2014 ? emMpt >> 1 : emMpt
    case Kind.LongDash:
    case Kind.LongDots:
      if (codePoint === 0x2e3b) return 3 * emMpt
      return length === 2 || codePoint === 0x2e3a ? 2 * emMpt : emMpt
    case Kind.DoubleEnd:
      return emMpt
    default:
      return advance
  }
}

/** Where the pen starts, from the body's left edge: marks keep the side that their ink is on. */
function inkOffset(kind: number, body: number, advance: number): number {
  switch (kind) {
    case Kind.Open:
      return body - advance
    case Kind.Close:
    case Kind.Pause:
    case Kind.End:
      return 0
    default:
      return (body - advance) >> 1
  }
}
