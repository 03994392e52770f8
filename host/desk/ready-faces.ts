import type { Document } from '../../engine/document/document'
import { parseTemplate } from '../../engine/document/template'
import { mainText, requiredFaces } from '../../engine/layout/required-faces'
import type { FaceShelf } from './face-shelf'

/**
 * Makes ready what the pages of a document are composed and drawn with, before they are asked for:
 * its faces, and the glyphs of its text. What is wrong with any of it, whoever asks for it is told.
 */
export async function readyFaces(shelf: FaceShelf, { issue, template }: Document): Promise<void> {
  try {
    const parsed = parseTemplate(template)
    for (const request of requiredFaces(issue, parsed)) {
      await new Promise(setImmediate)
      await shelf.read(request).catch(() => undefined)
    }
    const text = mainText(issue, parsed)
    if (text !== undefined) await shelf.expect(text.face, text.characters)
  } catch {
    // Composing tells of it.
  }
}
