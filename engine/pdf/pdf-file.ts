import { PDFContext, PDFHeader, PDFRawStream, PDFWriter, type PDFRef } from 'pdf-lib'

/** Compresses bytes into a zlib stream, the same bytes for the same input (FlateDecode). */
export type Deflate = (bytes: Uint8Array) => Uint8Array

/** A hash of bytes, at least 16 bytes long (SHA-256, say). */
export type Digest = (bytes: Uint8Array) => Uint8Array

/** What PDF objects are made of: the arguments of pdf-lib's `obj`. */
export type Dictionary = Parameters<PDFContext['stream']>[1]

/** A PDF being written: its objects, and how its streams are compressed. */
export interface PdfFile {
  readonly context: PDFContext
  /** Adds a compressed stream. */
  addStream(contents: Uint8Array, dictionary?: Dictionary): PDFRef
  /** Adds a stream that is kept as it is. */
  addPlainStream(contents: Uint8Array, dictionary: Dictionary): PDFRef
  /** Adds a dictionary. */
  add(dictionary: NonNullable<Dictionary>): PDFRef
  /** The bytes of the file. */
  serialise(): Promise<Uint8Array>
}

/** A PDF 1.6 without objects. `deflate` is the host's, many times faster than pdf-lib's own. */
export function createPdfFile(deflate: Deflate): PdfFile {
  const context = PDFContext.create()
  context.header = PDFHeader.forVersion(1, 6)
  return {
    context,
    addStream(contents, dictionary = {}) {
      const full = context.obj({ ...dictionary, Filter: 'FlateDecode' })
      return context.register(PDFRawStream.of(full, deflate(contents)))
    },
    addPlainStream: (contents, dictionary) =>
      context.register(PDFRawStream.of(context.obj(dictionary ?? {}), contents)),
    add: (dictionary) => context.register(context.obj(dictionary)),
    serialise: () => PDFWriter.forContext(context, Infinity).serializeToBuffer(),
  }
}
