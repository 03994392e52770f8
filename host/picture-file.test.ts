import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPicture } from './picture-file'

const scratch = mkdtempSync(join(tmpdir(), 'banxin-pictures-'))
const folder = join(scratch, 'photos')
afterAll(() => {
  rmSync(scratch, { recursive: true })
})

beforeAll(async () => {
  mkdirSync(folder)
  const create = { width: 30, height: 20, channels: 3, background: '#a03020' } as const
  const jpeg = await sharp({ create }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const png = await sharp({ create }).png().toBuffer()
  writeFileSync(join(folder, 'turned.jpg'), jpeg)
  writeFileSync(join(folder, 'really-png.jpg'), png)
  writeFileSync(join(folder, 'short.jpg'), jpeg.subarray(0, jpeg.length - 40))
  writeFileSync(join(folder, 'short.png'), png.subarray(0, png.length - 30))
  writeFileSync(join(folder, 'text.jpg'), 'not a picture')
  writeFileSync(join(folder, 'empty.jpg'), '')
  const line = sharp({ create: { ...create, width: 510, height: 10 } })
  writeFileSync(join(folder, 'line.png'), await line.png().toBuffer())
  writeFileSync(join(scratch, 'outside.jpg'), jpeg)
})

describe('readPicture', () => {
  it('gives the sides as seen, the type by content, and the hash as id', async () => {
    const turned = await readPicture(folder, 'turned.jpg')
    expect(turned).toMatchObject({ width: 20, height: 30, mediaType: 'image/jpeg' })
    expect(turned.id).toMatch(/^[0-9a-f]{64}$/)
    expect((await readPicture(folder, 'really-png.jpg')).mediaType).toBe('image/png')
  })

  it.each([
    ['short.jpg', 'picture-damaged'],
    ['short.png', 'picture-damaged'],
    ['text.jpg', 'picture-unsupported'],
    ['empty.jpg', 'picture-unsupported'],
    ['line.png', 'picture-slender'],
    ['absent.jpg', 'file-missing'],
    ['.', 'file-is-folder'],
    ['../outside.jpg', 'picture-outside'],
    ['/etc/hostname', 'picture-outside'],
  ])('says of %s: %s', async (name, code) => {
    await expect(readPicture(folder, name)).rejects.toMatchObject({ code })
  })

  it('keeps what the decoder said of damage', async () => {
    const error: unknown = await readPicture(folder, 'short.jpg').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ cause: { message: expect.stringContaining('JPEG') as string } })
  })
})
