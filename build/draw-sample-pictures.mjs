/**
 * Draws the pictures of the samples into `samples/weekly/photos` and `samples/newspaper/photos`. Every
 * picture is SVG made by code from fixed seeds, turned into pixels by sharp. Name files to draw those alone:
 * `node build/draw-sample-pictures.mjs bridge.jpg rain.jpg`.
 */
import { mkdir, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { drawBoatwright } from './sample-pictures/boatwright/picture.mjs'
import { drawBridge } from './sample-pictures/bridge/picture.mjs'
import { drawLastBus } from './sample-pictures/bus/picture.mjs'
import { drawHarbour } from './sample-pictures/harbour/picture.mjs'
import { drawMarketLibrary } from './sample-pictures/library/picture.mjs'
import { drawMarket } from './sample-pictures/market/picture.mjs'
import { drawRainyStreet } from './sample-pictures/rain/picture.mjs'
import { drawSaltPans } from './sample-pictures/salt/picture.mjs'
import { drawNightSchool } from './sample-pictures/school/picture.mjs'
import { drawLowTide } from './sample-pictures/tide/picture.mjs'
import { drawHouseholdTools } from './sample-pictures/tools/picture.mjs'
import { drawTram } from './sample-pictures/tram/picture.mjs'
import { drawWorkshop } from './sample-pictures/workshop/picture.mjs'

const SAMPLES = {
  weekly: {
    'bridge.jpg': drawBridge,
    'market.jpg': drawMarket,
    'workshop.jpg': drawWorkshop,
    'bus.jpg': drawLastBus,
    'boatwright.jpg': drawBoatwright,
    'school.jpg': drawNightSchool,
    'tools.png': drawHouseholdTools,
    'rain.jpg': drawRainyStreet,
  },
  newspaper: {
    'harbour.jpg': drawHarbour,
    'tram.jpg': drawTram,
    'salt.jpg': drawSaltPans,
    'tide.jpg': drawLowTide,
    'library.jpg': drawMarketLibrary,
  },
}

/** The bytes of a sheet: PNG keeps its clear ground, JPEG is flattened on white. */
const encode = (sheet, file) => {
  const pixels = sharp(Buffer.from(sheet.toSvg()), { unlimited: true })
  return file.endsWith('.png')
    ? pixels.png({ compressionLevel: 9 })
    : pixels.flatten({ background: '#ffffff' }).jpeg({ quality: 85, mozjpeg: true })
}

const wanted = process.argv.slice(2)
for (const [sample, pictures] of Object.entries(SAMPLES)) {
  const folder = fileURLToPath(new URL(`../samples/${sample}/photos/`, import.meta.url))
  await mkdir(folder, { recursive: true })
  for (const [file, draw] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(file)) continue
    const sheet = draw()
    await encode(sheet, file).toFile(folder + file)
    const { size } = await stat(folder + file)
    console.log(`${file}  ${sheet.width} × ${sheet.height}  ${Math.round(size / 1024)} kB`)
  }
}
