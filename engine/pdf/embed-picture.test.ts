import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { hasAdobeMarker } from './embed-picture'

const red = sharp({ create: { width: 8, height: 8, channels: 3, background: '#c00' } })

describe('hasAdobeMarker', () => {
  it('finds it in a four-colour JPEG, and not in a plain one', async () => {
    expect(hasAdobeMarker(await red.clone().toColourspace('cmyk').jpeg().toBuffer())).toBe(true)
    expect(hasAdobeMarker(await red.clone().jpeg().toBuffer())).toBe(false)
  })

  it('does not take the letters for the marker', async () => {
    const jpeg = await red.clone().jpeg().toBuffer()
    const comment = Buffer.from([0xff, 0xfe, 0, 9, ...Buffer.from('\xffAdobe\0', 'latin1')])
    expect(hasAdobeMarker(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))).toBe(
      false,
    )
  })

  it('ends on files that are no JPEG or are cut short', async () => {
    const jpeg = await red.clone().toColourspace('cmyk').jpeg().toBuffer()
    expect(hasAdobeMarker(new Uint8Array())).toBe(false)
    expect(hasAdobeMarker(new TextEncoder().encode('Adobe'))).toBe(false)
    expect(hasAdobeMarker(jpeg.subarray(0, 8))).toBe(false)
  })
})
