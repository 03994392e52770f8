import type { Node } from 'prosemirror-model'
import { blockKey } from './block-key'
import { readInlineText } from './inline-text'
import type { Source } from './page'
import { baselineInLine, placeLine } from './place-line'
import { drawQrCode, quietZoneMpt } from './qr-code'
import type { BlockPlace } from './set-blocks'
import type { Slice } from './slice'
import { translateItems } from './translate'
import type { NoteText } from './typesetter'

/** Characters of the text that must find room beside the code; else it stands under it. */
const LEAST_CHARACTERS_BESIDE = 4

/**
 * A QR code in its quiet zone with its line of text, beside it or under it; kept whole. One that
 * has no address yet keeps its room: where it is going to stand is seen.
 */
export function qrSlice(node: Node, place: BlockPlace, note: NoteText): Slice {
  const { section, typesetter, widthMpt, unitMpt, storyId, block } = place
  const blockId = String(node.attrs['id'])
  const data = String(node.attrs['data'])
  const sideMpt = Math.min(section.qrSize, widthMpt)
  const quietMpt = quietZoneMpt(data, sideMpt)
  const { leadingMpt, sizeMpt } = typesetter.styles.get(section.qrText).style
  const besideMpt = widthMpt - sideMpt - quietMpt
  const isBeside = besideMpt >= LEAST_CHARACTERS_BESIDE * sizeMpt
  const set = typesetter.setText(
    readInlineText(node),
    section.qrText,
    isBeside ? besideMpt : widthMpt,
  )
  note(set, blockId)
  const textMpt = set.paragraph.lines.length * leadingMpt
  const textTopMpt = isBeside
    ? quietMpt + Math.max(0, Math.round((sideMpt - textMpt) / 2))
    : quietMpt + sideMpt + quietMpt
  const sourceAt = (offset: number): Source => ({
    kind: 'story',
    storyId,
    blockId,
    offset: offset - set.leadLength,
  })
  const text = set.paragraph.lines.flatMap((line, index) => {
    const baseline = textTopMpt + index * leadingMpt + baselineInLine(leadingMpt, sizeMpt)
    return translateItems(placeLine(line, baseline, sourceAt), isBeside ? sideMpt + quietMpt : 0, 0)
  })
  const code = drawQrCode(data, 0, quietMpt, sideMpt, sourceAt(set.leadLength))
  const heightMpt = Math.max(quietMpt + sideMpt, textTopMpt + textMpt)
  return {
    units: Math.ceil((heightMpt + quietMpt / 2) / unitMpt),
    blankBefore: 0,
    mayBreakAfter: true,
    mustBreakAfter: false,
    block,
    key: blockKey(storyId, blockId),
    endsBlock: true,
    items: [...code, ...text],
  }
}
