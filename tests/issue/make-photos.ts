import { join } from 'node:path'
import sharp from 'sharp'

/** A photo of waves, whose every pixel follows from its place: no two of its regions are alike. */
async function makePhoto(path: string, width: number, height: number, hue: number): Promise<void> {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const wave = Math.sin(x / 57 + hue) + Math.cos(y / 41 - hue) + Math.sin((x + y) / 133)
      const at = 3 * (y * width + x)
      pixels[at] = 128 + 40 * wave
      pixels[at + 1] = (255 * y) / height
      pixels[at + 2] = 255 - (200 * x) / width
    }
  }
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toFile(path)
}

/** The two photos that the seed manuscript names, made anew in a folder. */
export async function makePhotos(folder: string): Promise<void> {
  await makePhoto(join(folder, 'photo-1.jpg'), 1_600, 1_067, 0)
  await makePhoto(join(folder, 'photo-2.jpg'), 1_400, 1_050, 2)
}
