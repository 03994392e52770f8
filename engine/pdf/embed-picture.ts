import type { PDFRef } from 'pdf-lib'
import type { PdfFile } from './pdf-file'

/** A picture ready for a page: a JPEG on the four plates, as light, or on black alone. */
export interface Picture {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
  /** 4: cyan, magenta, yellow, black. 3: red, green, blue. 1: grey. */
  readonly channels: 1 | 3 | 4
}

const MARKER = 0xff
const START_OF_IMAGE = 0xd8
const START_OF_SCAN = 0xda
const APP14 = 0xee
const ADOBE = [0x41, 0x64, 0x6f, 0x62, 0x65]

/**
 * Whether a JPEG carries Adobe's marker before its first scan. Four-colour JPEGs that do hold
 * their inks inverted, 255 for none (Adobe Technical Note 5116).
 */
export function hasAdobeMarker(jpeg: Uint8Array): boolean {
  if (jpeg[0] !== MARKER || jpeg[1] !== START_OF_IMAGE) return false
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === MARKER) {
    const kind = jpeg[at + 1]
    if (kind === START_OF_SCAN) return false
    if (kind === APP14 && ADOBE.every((byte, index) => jpeg[at + 4 + index] === byte)) return true
    at += 2 + ((jpeg[at + 2] ?? 0) << 8) + (jpeg[at + 3] ?? 0)
  }
  return false
}

const COLOUR_SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const

/** Embeds a picture as the JPEG that it is (PDF 32000 8.9.5). */
export function embedPicture(file: PdfFile, picture: Picture): PDFRef {
  const { jpeg, width, height, channels } = picture
  const isInverted = channels === 4 && hasAdobeMarker(jpeg)
  return file.addPlainStream(jpeg, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: COLOUR_SPACES[channels],
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
    ...(isInverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
  })
}
