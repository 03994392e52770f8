import { setImmediate as letOthersRun } from 'node:timers/promises'
import { lightOf } from '../engine/document/light'
import { loadSharp } from './load-sharp'

/** Colours to a side of the table, from 0 to 255 in steps of 15. */
const SIDE = 18
const STEP = 15
const RED = 3 * SIDE * SIDE
const GREEN = 3 * SIDE
const BLUE = 3

/** Red, green and blue of about a quarter of a million pixels. */
const SLICE = 3 * 2 ** 18

let table: Promise<Uint8Array> | undefined

/**
 * Turns the colours of a screen into those that print makes of them: the inks that an export gives
 * them, seen again as light. `pixels` holds red, green and blue of each, and is changed.
 */
export async function showAsPrinted(pixels: Uint8Array): Promise<void> {
  table ??= tabulate()
  const light = await table
  for (let from = 0; from < pixels.length; from += SLICE) {
    replaceColours(pixels.subarray(from, from + SLICE), light)
    await letOthersRun()
  }
}

/** The printed light of evenly spaced colours, blue running fastest. */
async function tabulate(): Promise<Uint8Array> {
  const colours = new Uint8Array(3 * SIDE ** 3)
  for (let index = 0; index < SIDE ** 3; index += 1) {
    colours[3 * index] = STEP * Math.floor(index / SIDE ** 2)
    colours[3 * index + 1] = STEP * (Math.floor(index / SIDE) % SIDE)
    colours[3 * index + 2] = STEP * (index % SIDE)
  }
  const sharp = await loadSharp()
  const inks = await sharp(colours, { raw: { width: SIDE ** 2, height: SIDE, channels: 3 } })
    .toColourspace('cmyk')
    .raw()
    .toBuffer()
  for (let index = 0; index < SIDE ** 3; index += 1) {
    const part = (plate: number): number => ((inks[4 * index + plate] ?? 0) * 1_000) / 255
    const ink = { cyan: part(0), magenta: part(1), yellow: part(2), black: part(3) }
    const { red, green, blue } = lightOf(ink)
    colours.set([red, green, blue], 3 * index)
  }
  return colours
}

/** Looks each pixel up, between the four corners of the table's tetrahedron that it lies in. */
function replaceColours(pixels: Uint8Array, light: Uint8Array): void {
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const red = pixels[at] ?? 0
    const green = pixels[at + 1] ?? 0
    const blue = pixels[at + 2] ?? 0
    const redCell = Math.min((red / STEP) | 0, SIDE - 2)
    const greenCell = Math.min((green / STEP) | 0, SIDE - 2)
    const blueCell = Math.min((blue / STEP) | 0, SIDE - 2)
    // How far into the cell it lies on each axis, and the axes from the farthest to the nearest.
    let far = red - STEP * redCell
    let middle = green - STEP * greenCell
    let near = blue - STEP * blueCell
    let farStride = RED
    let middleStride = GREEN
    let nearStride = BLUE
    if (far < middle) {
      ;[far, middle, farStride, middleStride] = [middle, far, middleStride, farStride]
    }
    if (middle < near) {
      ;[middle, near, middleStride, nearStride] = [near, middle, nearStride, middleStride]
    }
    if (far < middle) {
      ;[far, middle, farStride, middleStride] = [middle, far, middleStride, farStride]
    }
    const first = redCell * RED + greenCell * GREEN + blueCell * BLUE
    const second = first + farStride
    const third = second + middleStride
    const last = third + nearStride
    for (let part = 0; part < 3; part += 1) {
      const sum =
        (STEP - far) * (light[first + part] ?? 0) +
        (far - middle) * (light[second + part] ?? 0) +
        (middle - near) * (light[third + part] ?? 0) +
        near * (light[last + part] ?? 0)
      pixels[at + part] = (sum / STEP + 0.5) | 0
    }
  }
}
