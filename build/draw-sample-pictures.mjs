/**
 * Draws the pictures of the sample weekly into `samples/weekly/photos`. Every picture is SVG made by
 * code from fixed seeds, turned into pixels by sharp. Name files to draw those alone:
 * `node build/draw-sample-pictures.mjs bridge.jpg rain.jpg`.
 */
import { mkdir, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { drawBoatwright } from './sample-pictures/boatwright/picture.mjs'
import { drawBridge } from './sample-pictures/bridge/picture.mjs'
import { drawLastBus } from './sample-pictures/bus/picture.mjs'
import { drawMarket } from './sample-pictures/market/picture.mjs'
import { drawRainyStreet } from './sample-pictures/rain/picture.mjs'
import { drawNightSchool } from './sample-pictures/school/picture.mjs'
import { drawHouseholdTools } from './sample-pictures/tools/picture.mjs'
import { drawWorkshop } from './sample-pictures/workshop/picture.mjs'

const FOLDER = fileURLToPath(new URL('../samples/weekly/photos/', import.meta.url))

const PICTURES = {
  'bridge.jpg': drawBridge,
  'market.jpg': drawMarket,
  'workshop.jpg': drawWorkshop,
  'bus.jpg': drawLastBus,
  'boatwright.jpg': drawBoatwright,
  'school.jpg': drawNightSchool,
  'tools.png': drawHouseholdTools,
  'rain.jpg': drawRainyStreet,
}

/** The bytes of a sheet: PNG keeps its clear ground, JPEG is flattened on white. */
const encode = (sheet, file) => {
  const pixels = sharp(Buffer.from(sheet.toSvg()), { unlimited: true })
  return file.endsWith('.png')
    ? pixels.png({ compressionLevel: 9 })
    : pixels.flatten({ background: '#ffffff' }).jpeg({ quality: 85, mozjpeg: true })
}

const wanted = process.argv.slice(2)
await mkdir(FOLDER, { recursive: true })
for (const [file, draw] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.includes(file)) continue
  const sheet = draw()
  await encode(sheet, file).toFile(FOLDER + file)
  const { size } = await stat(FOLDER + file)
  console.log(`${file}  ${sheet.width} × ${sheet.height}  ${Math.round(size / 1024)} kB`)
}
