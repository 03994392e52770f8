/**
 * Draws the pictures of the sample weekly into `samples/weekly/photos`. Every picture is SVG made by
 * code from a fixed seed, turned into pixels by sharp. Name pictures to draw those alone:
 * `node build/draw-sample-pictures.mjs bridge rain`.
 */
import { mkdir, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const FOLDER = fileURLToPath(new URL('../samples/weekly/photos/', import.meta.url))

/** Each picture, its file, and the function of `build/sample-pictures/` that draws it. */
const PICTURES = {
  bridge: { file: 'bridge.jpg', draw: 'drawBridge' },
  school: { file: 'school.jpg', draw: 'drawNightSchool' },
  rain: { file: 'rain.jpg', draw: 'drawRainyStreet' },
}

const wanted = process.argv.slice(2)
await mkdir(FOLDER, { recursive: true })
for (const [name, { file, draw }] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const picture = await import(new URL(`sample-pictures/${name}.mjs`, import.meta.url))
  const sheet = picture[draw]()
  const pixels = sharp(Buffer.from(sheet.toSvg()), { unlimited: true })
  const target = `${FOLDER}${file}`
  if (file.endsWith('.png')) await pixels.png({ compressionLevel: 9, palette: true }).toFile(target)
  else {
    await pixels
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85, mozjpeg: true })
      .toFile(target)
  }
  const { size } = await stat(target)
  console.log(`${file}  ${sheet.width} × ${sheet.height}  ${Math.round(size / 1024)} kB`)
}
