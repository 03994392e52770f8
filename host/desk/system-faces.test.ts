import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNamed } from '../../tests/desk/open-issue'
import { chooseFile, makeWorkplace, openTestDesk, type TestDesk } from '../../tests/desk/test-desk'
import { editText, headline, makeSmallIssue, repack } from '../../tests/issue/small-issue'
import { facePaths, readPackageFile } from '../../tests/readers/bundled-faces'
import { changeFace, familyNames, joinCollection } from '../../tests/readers/font-files'
import { readWithPdfjs } from '../../tests/readers/read-with-pdfjs'
import { findBlankGlyphs } from '../../tests/readers/render-with-pdfium'
import { parseTemplate } from '../../engine/document/template'
import { createFontBook } from '../../engine/fonts/font-book'
import { openFace } from '../../engine/fonts/open-face'
import { readOutlinePath } from '../../engine/fonts/outline-path'
import { composeIssue } from '../../engine/layout/compose-issue'
import { requiredFaces } from '../../engine/layout/required-faces'
import { createTypesetter } from '../../engine/layout/typesetter'
import { composePackage, type ComposedFile } from '../compose-file'
import { FaceLibrary } from '../faces/face-library'
import { scanFaces } from '../faces/scan-faces'
import { openPackage } from '../package-file'

const work = makeWorkplace()
const fonts = mkdtempSync(join(tmpdir(), 'banxin-system-fonts-'))
const library = new FaceLibrary(() => scanFaces([fonts]))
let sound: Uint8Array
let test: TestDesk

beforeAll(async () => {
  const song = readPackageFile(facePaths.song)
  const latin = readPackageFile(facePaths.latin)
  mkdirSync(join(fonts, 'truetype'))
  const collection = joinCollection([
    changeFace(latin, { names: familyNames('Other Latin') }),
    changeFace(song, { names: familyNames('Office Song', '办公宋体') }),
  ])
  writeFileSync(join(fonts, 'truetype/office.ttc'), collection)
  const bound = changeFace(song, { names: familyNames('Bound Song', '受限宋体'), fsType: 2 })
  writeFileSync(join(fonts, 'bound.ttf'), bound)
  sound = await makeSmallIssue(work.files)
  test = await openTestDesk(work, { fontFolders: [fonts] })
})

afterAll(async () => {
  await test.desk.stop()
  work.remove()
  rmSync(fonts, { recursive: true })
  expect(test.faults).toEqual([])
})

/** An issue whose template has text set in another family. */
function writeIssue(name: string, family: string): string {
  const path = join(work.files, name)
  const changed = repack(sound, (entries) =>
    editText(entries, 'template/template.json', (text) => text.replaceAll('Noto Serif SC', family)),
  )
  writeFileSync(path, changed)
  return path
}

async function compose(path: string): Promise<ComposedFile> {
  return composePackage(await openPackage(path), () => undefined, 'header', library)
}

async function exportOnDesk(name: string, acceptErrors = false) {
  const { documentId } = await openNamed(test.client, `${name}.banxin`)
  const fileId = await chooseFile(test.client, 'export-pdf', `${name}.pdf`)
  const wish = { documentId, fileId, preset: 'press', marks: false, acceptErrors } as const
  const { jobId } = await test.client.call('export.start', wish)
  return test.client.call('export.result', { jobId })
}

/** Composes as a desk does: with faces from the bridge, and outlines drawn on demand. */
async function composeOnDesk(path: string) {
  const { document } = await openPackage(path)
  const template = parseTemplate(document.template)
  const requests = requiredFaces(document.issue, template)
  const drawn = new Map<string, string>()
  const faces = await Promise.all(
    requests.map(async (request) => {
      const { bytes, ...identity } = await test.client.call('font.read', request)
      const face = openFace(bytes, identity)
      const glyphs = [...headline].map((letter) => face.glyphOf(letter.codePointAt(0) ?? 0))
      const answer = await test.client.call('font.draw', { ...request, glyphs })
      const lines = new TextDecoder().decode(answer.bytes).split('\n')
      for (const [index, glyph] of glyphs.entries()) {
        drawn.set(`${face.id} ${String(glyph)}`, lines[index] ?? '')
      }
      return {
        ...face,
        outlineOf: (glyph: number) =>
          readOutlinePath(drawn.get(`${face.id} ${String(glyph)}`) ?? ''),
      }
    }),
  )
  const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))
  return composeIssue(document.issue, typesetter)
}

describe('an issue set in a face of a collection of the system', () => {
  it('is printed in it, every glyph with ink', async () => {
    const path = writeIssue('office.banxin', '办公宋体')
    expect(await exportOnDesk('office')).toMatchObject({ state: 'done' })
    const pdf = new Uint8Array(readFileSync(join(work.files, 'office.pdf')))
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+OfficeSong\b/)
    const { pages } = await readWithPdfjs(pdf)
    expect(pages.map(({ text }) => text).join('')).toContain(headline)

    const { composition, faces, findings } = await compose(path)
    expect(findings.map(({ code }) => code)).not.toContain('face-missing')
    const byId = new Map(faces.map((face) => [face.id, face]))
    const faceOf = (id: string) => {
      const face = byId.get(id)
      if (face === undefined) throw new Error(`${id} is not open`)
      return face
    }
    expect([...byId.keys()]).toContain('办公宋体/400')
    const bleedMpt = composition.pages[0]?.bleedMpt ?? 0
    expect(await findBlankGlyphs(pdf, composition.pages, faceOf, bleedMpt, 2)).toEqual([])
  })

  it('is composed on a desk as it is printed', async () => {
    const path = writeIssue('alike.banxin', 'Office Song')
    const { composition } = await compose(path)
    expect((await composeOnDesk(path)).pages).toEqual(composition.pages)
  })
})

describe('an issue set in a face that may not be embedded', () => {
  it('is printed with a warning', async () => {
    const path = writeIssue('bound.banxin', '受限宋体')
    const { findings } = await compose(path)
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'face-restricted', severity: 'warning' }),
    )
    expect(await exportOnDesk('bound')).toMatchObject({ state: 'done' })
    const { families } = await test.client.call('font.list', {})
    expect(families).toContainEqual({
      family: 'Bound Song',
      otherNames: ['受限宋体'],
      source: 'system',
      weights: [400],
      mayEmbed: false,
      flaw: null,
    })
  })
})

describe('an issue set in a family that this machine lacks', () => {
  it('is shown with another, and printed only when that is accepted', async () => {
    const path = writeIssue('lacking.banxin', '方正小标宋简体')
    const { findings, composition } = await compose(path)
    expect(findings[0]).toMatchObject({
      code: 'face-missing',
      severity: 'error',
      explanation: { where: '方正小标宋简体' },
    })
    expect((await composeOnDesk(path)).pages).toEqual(composition.pages)
    expect(await exportOnDesk('lacking')).toMatchObject({
      state: 'failed',
      failure: { code: 'face-missing' },
    })
    expect(await exportOnDesk('lacking', true)).toMatchObject({ state: 'done' })
  })
})
