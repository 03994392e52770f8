import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Asset } from '../engine/document/asset'
import { manuscriptToIssue } from '../engine/manuscript/manuscript-to-issue'
import { readManuscript } from '../engine/manuscript/read-manuscript'
import { checkAssets, type PictureDepth } from './check-assets'

let jpeg: Uint8Array

beforeAll(async () => {
  const noise = Uint8Array.from({ length: 300 * 200 * 3 }, (_, at) => (at * 7919) % 251)
  const raw = { width: 300, height: 200, channels: 3 } as const
  jpeg = await sharp(noise, { raw }).jpeg().toBuffer()
})

/** What is found of an issue whose one picture has these bytes and this record. */
async function find(bytes: Uint8Array, said: Partial<Asset>, depth: PictureDepth) {
  const id = createHash('sha256').update(bytes).digest('hex')
  const sides = { mediaType: 'image/jpeg', width: 300, height: 200 } as const
  const asset: Asset = { id, name: 'dike.jpg', ...sides, ...said }
  const details = { name: '甲', publisher: '乙', number: 1, date: '2025-05-06' }
  const issue = manuscriptToIssue(readManuscript('![堤](dike.jpg)'), {
    id: 'a',
    template: { id: 'weekly', version: 1 },
    details,
    sectionStyleFor: () => 'news',
    photos: new Map([['dike.jpg', asset]]),
  })
  const document = { issue, template: null }
  const findings = await checkAssets({ document, assets: new Map([[id, bytes]]) }, depth)
  return findings.map(({ code, explanation }) => `${code} ${explanation.where}`)
}

describe('checkAssets', () => {
  it('finds nothing wrong with a picture that is what the issue says', async () => {
    expect(await find(jpeg, {}, 'whole')).toEqual([])
  })

  it.each([{ width: 301 }, { height: 100 }, { mediaType: 'image/png' }] as const)(
    'names the file that is not as said: %j',
    async (said) => {
      expect(await find(jpeg, said, 'header')).toEqual(['picture-mismatch dike.jpg'])
    },
  )

  it('finds a picture that is cut short where all of it is looked at', async () => {
    const half = jpeg.slice(0, jpeg.length / 2)
    expect(await find(half, {}, 'header')).toEqual([])
    expect(await find(half, {}, 'whole')).toEqual(['picture-damaged dike.jpg'])
  })

  it('names what is no picture at all', async () => {
    expect(await find(new Uint8Array(900), {}, 'header')).toEqual(['picture-unsupported dike.jpg'])
  })
})
