import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkIssue } from '../../engine/checks/check-issue'
import { parseTemplate } from '../../engine/document/template'
import { createFontBook } from '../../engine/fonts/font-book'
import { composeIssue } from '../../engine/layout/compose-issue'
import { requiredFaces } from '../../engine/layout/required-faces'
import { createTypesetter } from '../../engine/layout/typesetter'
import { composeFile } from '../../host/compose-file'
import { openPackage } from '../../host/package-file'
import { productRoot } from '../../host/product-root'
import { makeWorkplace, openTestDesk, type TestDesk } from '../../tests/desk/test-desk'
import { HostFaces, OutlineMissing } from './host-faces'
import { writeOutlinePath } from '../../tests/readers/write-outline-path'

const sample = join(productRoot, 'samples/weekly.banxin')
const work = makeWorkplace()
let test: TestDesk

beforeAll(async () => {
  test = await openTestDesk(work)
})

afterAll(async () => {
  await test.desk.stop()
  work.remove()
})

describe('an issue composed with faces from the host', () => {
  it('has the pages, the findings and the outlines that it has with whole files', async () => {
    const whole = await composeFile(sample, () => undefined)
    const { issue } = (await openPackage(sample)).document
    const template = parseTemplate((await openPackage(sample)).document.template)
    const faces = new HostFaces(test.client.call)
    const open = await faces.get(requiredFaces(issue, template))
    const typesetter = createTypesetter(template, createFontBook(template.fonts, open))
    const composition = composeIssue(issue, typesetter)
    expect(JSON.stringify(composition)).toBe(JSON.stringify(whole.composition))
    const { pages } = composition
    expect(checkIssue({ issue, template, faces: open, ...composition })).toEqual(
      checkIssue({ issue, template, faces: whole.faces, ...whole.composition }),
    )

    const shown = await faces.outlinesOf(pages)
    for (const { face: id, unitsPerEm, glyphs } of shown) {
      const face = whole.faces.find((each) => each.id === id)
      expect(unitsPerEm).toBe(face?.unitsPerEm)
      for (const [glyph, path] of glyphs) {
        expect(path).toBe(writeOutlinePath(face?.outlineOf(glyph) ?? []))
      }
    }
    const count = new Set(
      pages.flatMap(({ items }) =>
        items.flatMap((item) =>
          item.kind === 'glyphs' ? item.glyphs.map((glyph) => `${item.face} ${String(glyph)}`) : [],
        ),
      ),
    ).size
    expect(shown.reduce((sum, { glyphs }) => sum + glyphs.length, 0)).toBe(count)
    expect(await faces.outlinesOf(pages)).toEqual([])
  })

  it('measures an outline once it has been fetched', async () => {
    const faces = new HostFaces(test.client.call)
    const [face] = await faces.get([{ family: 'Noto Serif SC', weight: 400 }])
    const glyph = face?.glyphOf(0x2022) ?? 0
    const attempt = (): unknown => {
      try {
        return face?.outlineOf(glyph)
      } catch (error) {
        return error
      }
    }
    const missing = attempt()
    if (!(missing instanceof OutlineMissing)) return expect.unreachable()
    await faces.measure(missing)
    const [whole] = (await composeFile(sample, () => undefined)).faces.filter(
      ({ id }) => id === face?.id,
    )
    expect(attempt()).toEqual(whole?.outlineOf(glyph))
  })
})
