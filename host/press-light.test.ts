import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { lightOf } from '../engine/document/light'
import { showAsPrinted } from './press-light'

/** Colours all over, the first of them on the places of the table. */
function makeColours(step: number): Uint8Array {
  const parts = Array.from({ length: Math.floor(255 / step) + 1 }, (_, index) => index * step)
  return Uint8Array.from(
    parts.flatMap((red) => parts.flatMap((green) => parts.flatMap((blue) => [red, green, blue]))),
  )
}

/** The inks that an export gives colours, as light, without a table. */
async function printExactly(colours: Uint8Array): Promise<Uint8Array> {
  const width = colours.length / 3
  const inks = await sharp(colours, { raw: { width, height: 1, channels: 3 } })
    .toColourspace('cmyk')
    .raw()
    .toBuffer()
  const printed = new Uint8Array(colours.length)
  for (let index = 0; index < width; index += 1) {
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = Array.from(
      inks.subarray(4 * index, 4 * index + 4),
      (part) => (part * 1_000) / 255,
    )
    const { red, green, blue } = lightOf({ cyan, magenta, yellow, black })
    printed.set([red, green, blue], 3 * index)
  }
  return printed
}

/** By how much each part of the light is off. */
async function errorsOf(step: number): Promise<readonly number[]> {
  const colours = makeColours(step)
  const exact = await printExactly(colours)
  await showAsPrinted(colours)
  return Array.from(colours, (part, at) => Math.abs(part - (exact[at] ?? 0)))
}

describe('showAsPrinted', () => {
  it('gives the colours of the table to the digit', async () => {
    expect(Math.max(...(await errorsOf(15)))).toBe(0)
  })

  it('is near to those of all others', async () => {
    const errors = await errorsOf(11)
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(2)
    expect(Math.max(...errors)).toBeLessThan(24)
  })

  it('does the same to every pixel of a large picture', async () => {
    const colour = [200, 90, 40]
    const many = new Uint8Array(3 * 600_000)
    for (let at = 0; at < many.length; at += 3) many.set(colour, at)
    const one = Uint8Array.from(colour)
    await showAsPrinted(one)
    await showAsPrinted(many)
    expect(many.every((part, at) => part === one[at % 3])).toBe(true)
  })
})
