/**
 * The longest text of a QR code in bytes of UTF-8: at 20 mm, a code of more has modules that
 * print and cameras no longer keep apart (ISO/IEC 18004 would hold 2,953).
 */
export const MAXIMUM_QR_BYTES = 600

/** Whether a QR code can carry a text and still be read from paper. */
export function fitsQrCode(text: string): boolean {
  return text.length <= MAXIMUM_QR_BYTES && countUtf8Bytes(text) <= MAXIMUM_QR_BYTES
}

/** The bytes of a text in UTF-8; a lone surrogate counts as the sign that stands in for it. */
function countUtf8Bytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
