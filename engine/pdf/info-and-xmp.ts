import { PDFHexString, PDFString, utf8Encode } from 'pdf-lib'

/** What a document says of itself. */
export interface DocumentInfo {
  readonly title: string
  readonly author: string
  readonly subject?: string
  /** ISO 8601 with seconds and a zone, as in `2024-05-06T08:00:00+08:00` or `…Z`. */
  readonly date: string
}

const MAKER = 'Banxin'
const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)$/

/** The date in the form of PDF 32000 7.9.4: `D:20240506080000+08'00'`. */
export function pdfDate(iso: string): string {
  const match = ISO_DATE.exec(iso)
  if (match === null) throw new Error(`Not a date with seconds and a zone: ${iso}`)
  const zone = match[7] ?? 'Z'
  const offset = zone === 'Z' ? 'Z' : `${zone.replace(':', "'")}'`
  return `D:${match.slice(1, 7).join('')}${offset}`
}

/** The text without characters that XML cannot hold, so that Info and XMP agree. */
function plain(text: string): string {
  return text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

function xmlText(text: string): string {
  return plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The document information dictionary (PDF 32000 14.3.3). */
export function infoDictionary({ title, author, subject, date }: DocumentInfo) {
  return {
    Title: PDFHexString.fromText(plain(title)),
    Author: PDFHexString.fromText(plain(author)),
    Subject: subject === undefined ? undefined : PDFHexString.fromText(plain(subject)),
    Creator: PDFString.of(MAKER),
    Producer: PDFString.of(MAKER),
    CreationDate: PDFString.of(pdfDate(date)),
    ModDate: PDFString.of(pdfDate(date)),
    Trapped: 'False',
  }
}

function alternative(name: string, text: string): string {
  const item = `<rdf:li xml:lang="x-default">${xmlText(text)}</rdf:li>`
  return `<${name}><rdf:Alt>${item}</rdf:Alt></${name}>`
}

/** The XMP packet (ISO 16684-1), saying the same as the information dictionary. */
export function xmpPacket({ title, author, subject, date }: DocumentInfo): Uint8Array {
  const lines = [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    '<dc:format>application/pdf</dc:format>',
    alternative('dc:title', title),
    `<dc:creator><rdf:Seq><rdf:li>${xmlText(author)}</rdf:li></rdf:Seq></dc:creator>`,
    ...(subject === undefined ? [] : [alternative('dc:description', subject)]),
    `<xmp:CreatorTool>${MAKER}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    `<pdf:Producer>${MAKER}</pdf:Producer>`,
    '<pdf:Trapped>False</pdf:Trapped>',
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ]
  return utf8Encode(lines.join('\n'), false)
}
