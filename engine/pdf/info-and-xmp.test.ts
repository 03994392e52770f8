import { PDFContext } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { readWithPdfjs } from '../../tests/readers/read-with-pdfjs'
import { pageOf } from '../../tests/readers/set-page'
import { writeTestPdf } from '../../tests/readers/write-test-pdf'
import { infoDictionary, pdfDate, xmpPacket } from './info-and-xmp'

const date = '2024-05-06T08:00:00Z'
const info = { title: '“五一” <特刊> & 𠮷祥', author: '编辑部', subject: '第1期', date }

describe('pdfDate', () => {
  it.each([
    ['2024-05-06T08:00:00+08:00', "D:20240506080000+08'00'"],
    ['1999-12-31T23:59:59-03:30', "D:19991231235959-03'30'"],
    ['2024-05-06T08:00:00Z', 'D:20240506080000Z'],
  ])('writes %s as %s', (iso, written) => {
    expect(pdfDate(iso)).toBe(written)
  })

  it('refuses a date without a time', () => {
    expect(() => pdfDate('2024-05-06')).toThrow('2024-05-06')
  })
})

describe('info and XMP', () => {
  it('say the same, in every script and with marks that XML reserves', async () => {
    const { info: read, xmp } = await readWithPdfjs(await writeTestPdf([pageOf([])], [], { info }))
    expect(read).toMatchObject({ Title: info.title, Author: info.author, Subject: info.subject })
    expect(read).toMatchObject({ CreationDate: 'D:20240506080000Z', ModDate: 'D:20240506080000Z' })
    expect(xmp).toContain('“五一” &lt;特刊&gt; &amp; 𠮷祥')
    expect(xmp).toContain('<rdf:Seq><rdf:li>编辑部</rdf:li></rdf:Seq>')
    expect(xmp).toContain('<rdf:li xml:lang="x-default">第1期</rdf:li>')
    expect(xmp.match(/<xmp:(Create|Modify|Metadata)Date>2024-05-06T08:00:00Z</g)).toHaveLength(3)
    expect(xmp).toContain('<pdf:Trapped>False</pdf:Trapped>')
  })

  it('leave out what XML cannot hold, both alike', () => {
    const odd = { ...info, title: '题\u0000目\ud800\u000b' }
    expect(new TextDecoder().decode(xmpPacket(odd))).toContain('x-default">题目<')
    const dictionary = PDFContext.create().obj(infoDictionary(odd))
    expect(String(dictionary)).toContain('/Title <FEFF989876EE>')
  })
})
