import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { apply } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import type { Finding } from '../../engine/document/message'
import { parseTemplate } from '../../engine/document/template'
import { composePackage } from '../../host/compose-file'
import { openPackage } from '../../host/package-file'
import { ICON_PX, placeIcons } from './mark-icons'
import { findingKey, type MarkedPages, markPlaces } from './marked-places'
import { allTextLines } from './text-lines'

const RARE = '𒀀'
const sample = resolve(import.meta.dirname, '../../samples/weekly.banxin')

/** The sample with a character in a headline that no face has, and with only three pages allowed. */
function troubled({ issue, template }: Document): Document {
  const id = 's2-1'
  const { headline = '' } = issue.records.stories[id] ?? {}
  const changes = { headline: `${headline.slice(0, 3)}${RARE}${headline.slice(3)}` }
  const changed = apply({ issue, template }, { type: 'setStory', id, changes }).document
  const record = changed.template as { readonly sequence: object }
  const few = { ...record, sequence: { ...record.sequence, maximumPages: 3 } }
  parseTemplate(few)
  return { ...changed, template: few } as Document
}

describe('the places of findings', () => {
  let pages: MarkedPages
  let findings: readonly Finding[]

  beforeAll(async () => {
    const content = await openPackage(sample)
    const composed = await composePackage(
      { ...content, document: troubled(content.document) },
      () => undefined,
    )
    const { composition } = composed
    findings = composed.findings
    pages = {
      pages: [...composition.pages, ...composition.oversetPages],
      frames: composition.frames,
      printedCount: composition.pages.length,
      advanceOf: () => 1,
    }
  })

  it('are one for each thing, with all that is to be said of it', () => {
    const places = markPlaces(findings, pages)
    const ends = places.filter(({ shape }) => shape === 'frame-end')
    const overset = findings.filter(({ code }) => code === 'overset')
    expect(overset.length).toBeGreaterThan(1)
    expect(ends.map((place) => place.findings)).toEqual([overset])
    expect(new Set(places.map(({ key }) => key)).size).toBe(places.length)
    const keys = findings.map(findingKey)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('put overset text at the end of the last frame that is printed', () => {
    const [end] = markPlaces(findings, pages).filter(({ shape }) => shape === 'frame-end')
    const frame = pages.frames[2]
    expect(end?.pageIndex).toBe(2)
    expect(end?.area.leftMpt).toBe((frame?.leftMpt ?? 0) + (frame?.widthMpt ?? 0))
    expect(end?.area.topMpt).toBe((frame?.topMpt ?? 0) + (frame?.heightMpt ?? 0))
  })

  it('mark the very character that no face has', () => {
    const [missing] = findings.filter(({ code }) => code === 'character-missing')
    expect(missing).toMatchObject({ storyId: 's2-1', blockId: 'headline', offset: 3 })
    const [place] = markPlaces(missing === undefined ? [] : [missing], pages)
    const lines = pages.pages.flatMap((page) => {
      const frame = pages.frames[page.index]
      return frame === undefined ? [] : allTextLines(page, frame, pages.advanceOf)
    })
    const cell = lines.flatMap(({ cells }) => cells).find(({ text }) => text === RARE)
    expect(cell).toBeDefined()
    expect(place).toMatchObject({ shape: 'underline', area: { leftMpt: cell?.leftMpt } })
  })

  it('frame a picture, and take a page for what is said of no more than it', () => {
    const page = pages.pages.find(({ items }) => items.some(({ kind }) => kind === 'image'))
    const image = page?.items.find((item) => item.kind === 'image')
    if (page === undefined || image?.source.kind !== 'story') throw new Error('no picture')
    const { storyId, blockId } = image.source
    const explanation = { what: { zh: '', en: '' }, where: '', mend: { zh: '', en: '' } }
    const note = { code: 'n', severity: 'note', explanation, pageIndex: page.index } as const
    const [framed, whole] = markPlaces([{ ...note, storyId, blockId }, note], pages)
    expect(framed).toMatchObject({ shape: 'outline', area: { widthMpt: image.widthMpt } })
    expect(whole).toMatchObject({ shape: 'page', area: { widthMpt: page.widthMpt } })
    expect(markPlaces([{ ...note, pageIndex: 99 }], pages)).toEqual([])
  })

  it('have their icons in the margins, none over another', () => {
    const [page, frame] = [pages.pages[1], pages.frames[1]]
    if (page === undefined || frame === undefined) throw new Error('no second page')
    const scale = 500 / page.widthMpt
    const places = allTextLines(page, frame, pages.advanceOf)
      .slice(0, 12)
      .map(({ leftMpt, rightMpt, topMpt, bottomMpt }) => ({
        key: `${String(leftMpt)} ${String(topMpt)}`,
        pageIndex: 1,
        shape: 'underline' as const,
        area: { leftMpt, topMpt, widthMpt: rightMpt - leftMpt, heightMpt: bottomMpt - topMpt },
        findings: [],
      }))
    const icons = placeIcons(places, page, frame, scale)
    expect(icons).toHaveLength(places.length)
    for (const [index, { leftPx, topPx }] of icons.entries()) {
      const isInMargin =
        leftPx + ICON_PX <= frame.leftMpt * scale ||
        leftPx >= (frame.leftMpt + frame.widthMpt) * scale
      expect(isInMargin).toBe(true)
      expect(leftPx >= 0 && leftPx + ICON_PX <= page.widthMpt * scale).toBe(true)
      for (const other of icons.slice(0, index)) {
        expect(leftPx !== other.leftPx || Math.abs(topPx - other.topPx) >= ICON_PX).toBe(true)
      }
    }
  })
})
