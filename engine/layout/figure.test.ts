import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { issueOfOneStory } from '../../tests/issue/one-story'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { checkPictures } from '../checks/picture-resolution'
import type { Asset } from '../document/asset'
import type { Issue } from '../document/issue'
import { type PictureCrop, WHOLE_PICTURE } from '../document/picture-crop'
import type { BodyNode } from '../document/story'
import { parseTemplate } from '../document/template'
import { areaWidthMpt } from '../document/template-page'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { ImageItem } from './page'
import { createTypesetter } from './typesetter'

const json: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../templates/weekly/template.json'), 'utf8'),
)
const template = parseTemplate(json)
const faces = (['song', 'hei', 'kai', 'latin'] as const).map(openBundledFace)
const book = createFontBook(template.fonts, faces)
const typesetter = createTypesetter(template, book)

const PICTURE = 'a'.repeat(64)
const photo: Asset = {
  id: PICTURE,
  mediaType: 'image/jpeg',
  width: 3_000,
  height: 2_000,
  name: 'photo.jpg',
}
const paragraph: BodyNode = {
  type: 'paragraph',
  attrs: { id: 'p' },
  content: [{ type: 'text', text: '江水绕城而过，渡船每隔二十分钟开一班。'.repeat(30) }],
}
const figure = (attrs: BodyNode['attrs'], id = 'f'): BodyNode => ({
  type: 'figure',
  attrs: { id, asset: PICTURE, ...attrs },
})

const issueOf = (block: BodyNode, asset = photo): Issue =>
  issueOfOneStory([block, paragraph], {}, [asset])

function imagesOf(issue: Issue, setter = typesetter): readonly ImageItem[] {
  const { pages } = composeIssue(issue, setter)
  return pages.flatMap(({ items }) => items.filter((item) => item.kind === 'image'))
}

const pixelAspect = ({ crop }: ImageItem): number => (3 * crop.width) / (2 * crop.height)
const frameAspect = ({ widthMpt, heightMpt }: ImageItem): number => widthMpt / heightMpt

const LEFT: PictureCrop = { left: 0, top: 0, width: 500, height: 1_000 }
const STRIP: PictureCrop = { left: 100, top: 300, width: 900, height: 400 }

describe('a figure', () => {
  it.each([WHOLE_PICTURE, LEFT, STRIP])('has the proportions of its crop: %j', (crop) => {
    const [image] = imagesOf(issueOf(figure({ crop })))
    if (image === undefined) throw new Error('There is no picture')
    const natural = (3 * crop.width) / (2 * crop.height)
    expect(frameAspect(image)).toBeGreaterThan(natural / 1.13)
    expect(frameAspect(image)).toBeLessThan(natural / 0.79)
    expect(Math.abs(pixelAspect(image) / frameAspect(image) - 1)).toBeLessThan(0.003)
  })

  it('shows another part at once, whatever is remembered of the pages before', () => {
    const crops = [WHOLE_PICTURE, LEFT, { ...LEFT, left: 500 }, STRIP, { ...STRIP, top: 600 }]
    const focuses = [null, { x: 0, y: 0 }, { x: 1_000, y: 1_000 }]
    const seen = new Set<string>()
    for (const crop of crops) {
      for (const focus of focuses) {
        const issue = issueOf(figure({ crop, focus, span: 'all' }))
        const images = imagesOf(issue)
        expect(images).toEqual(imagesOf(issue, createTypesetter(template, book)))
        seen.add(JSON.stringify(images.map((image) => image.crop)))
      }
    }
    expect(seen.size).toBeGreaterThan(crops.length)
  })

  it('shows a drawing as it was cropped and never less', () => {
    const drawing = { ...photo, mediaType: 'image/png' } as const
    for (const crop of [WHOLE_PICTURE, LEFT, STRIP]) {
      const [image] = imagesOf(issueOf(figure({ crop, focus: { x: 0, y: 0 } }), drawing))
      expect(image?.crop).toEqual(crop)
    }
  })

  it('stands in a row as wide as its crop asks for', () => {
    const group: BodyNode = {
      type: 'figure_group',
      attrs: { id: 'g' },
      content: [figure({ crop: LEFT }, 'f1'), figure({}, 'f2')],
    }
    const [half, whole] = imagesOf(issueOf(group))
    if (half === undefined || whole === undefined) throw new Error('There is no row')
    expect(whole.widthMpt / half.widthMpt).toBeCloseTo(2, 1)
    expect(half.heightMpt).toBe(whole.heightMpt)
  })

  it('is found soft by the pixels that its crop leaves it', () => {
    const foundPpi = (crop: PictureCrop): readonly number[] => {
      const issue = issueOf(figure({ crop, span: 'all' }))
      const { pages } = composeIssue(issue, typesetter)
      return checkPictures(issue, pages).map(({ explanation }) =>
        Number(/only (\d+) ppi/.exec(explanation.what.en)?.[1]),
      )
    }
    expect(foundPpi(WHOLE_PICTURE)).toEqual([])
    const [ppi = 0] = foundPpi({ ...LEFT, height: 400 })
    const exact = (1_500 * 72_000) / areaWidthMpt(template.page)
    // The make-up may let it grow by an eighth, which crops its sides.
    expect(ppi).toBeLessThanOrEqual(exact)
    expect(ppi).toBeGreaterThan(exact / 1.13)
  })
})
