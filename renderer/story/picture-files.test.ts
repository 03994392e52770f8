import { describe, expect, it } from 'vitest'
import { sortFiles } from './picture-files'

const file = (name: string, type = '', size = 1_000) => ({ name, type, size })

describe('files that are dropped', () => {
  it('takes pictures, by their type or else by their name', () => {
    const files = [file('a.jpg', 'image/jpeg'), file('b.png', 'image/png'), file('c.JPEG')]
    expect(sortFiles(files)).toEqual({ pictures: files, refusal: undefined })
  })

  it('takes the pictures and says of each other kind what to do with it', () => {
    for (const [name, type, advice] of [
      ['IMG_1.HEIC', 'image/heic', '兼容性最佳'],
      ['logo.svg', 'image/svg+xml', '导出为 PNG'],
      ['scan.tiff', 'image/tiff', '另存为 JPEG'],
      ['web.webp', 'image/webp', '另存为 JPEG'],
      ['稿子.docx', '', '复制文字'],
      ['data.zip', 'application/zip', '另存为 JPEG'],
    ] as const) {
      const photo = file('ok.jpg', 'image/jpeg')
      const { pictures, refusal } = sortFiles([photo, file(name, type)])
      expect(pictures).toEqual([photo])
      expect(refusal?.code).toBe('picture-unsupported')
      expect(refusal?.explanation.where).toBe(name)
      expect(refusal?.explanation.mend.zh).toContain(advice)
    }
  })

  it('is not misled by a name: a page that calls itself a picture is none', () => {
    expect(sortFiles([file('x.jpg', 'text/html')]).pictures).toEqual([])
  })

  it('refuses what is too large, and too many at once', () => {
    const huge = file('huge.png', 'image/png', 100_000_001)
    expect(sortFiles([huge]).refusal?.code).toBe('picture-too-large')
    const many = Array.from({ length: 61 }, (_, index) => file(`${String(index)}.jpg`))
    expect(sortFiles(many).refusal?.code).toBe('pictures-too-many')
    expect(sortFiles(many.slice(1)).pictures).toHaveLength(60)
  })
})
