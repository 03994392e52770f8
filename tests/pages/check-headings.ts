import type { ComposedPage } from '../../engine/layout/page'
import type { PageFault } from './page-fault'
import { isHeadLine, type TextLine } from './text-line'

const nameBlock = ({ storyId, blockId }: TextLine): string => `${storyId} ${blockId}`

/** The face that most lines begin with. */
function commonFace(lines: readonly TextLine[]): string {
  const counts = new Map<string, number>()
  for (const { faces } of lines) {
    for (const face of faces.slice(0, 1)) counts.set(face, (counts.get(face) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? ''
}

/** Subheadings as a reader tells them: paragraphs of the body's size, and none of it in its face. */
function findSubheadings(body: readonly TextLine[]): ReadonlySet<string> {
  const face = commonFace(body)
  const plain = new Set(body.filter(({ faces }) => faces.includes(face)).map(nameBlock))
  return new Set(body.map(nameBlock).filter((name) => !plain.has(name)))
}

/**
 * Text of the story stands below each line of a head and each subheading, in its very column, and a
 * story below the banner of a section (R11). `body` are the lines in the body's size.
 */
export function checkHeadings(
  lines: readonly TextLine[],
  body: readonly TextLine[],
  pages: readonly ComposedPage[],
): readonly PageFault[] {
  const subheadings = findSubheadings(body)
  const heads = lines.flatMap((line, index): PageFault[] => {
    const next = lines[index + 1]
    const isFollowed =
      next?.storyId === line.storyId &&
      next.pageIndex === line.pageIndex &&
      next.baselineMpt > line.baselineMpt
    if (isFollowed || !(isHeadLine(line) || subheadings.has(nameBlock(line)))) return []
    const what = `no text stands below “${line.text}”`
    return [{ rule: 'R11 heading', pageIndex: line.pageIndex, what }]
  })
  const banners = pages.flatMap(({ items, index }): PageFault[] => {
    const last = items.filter(({ source }) => source.kind !== 'furniture').at(-1)
    if (last?.source.kind !== 'section') return []
    const what = 'no story follows the banner of a section'
    return [{ rule: 'R11 heading', pageIndex: index, what }]
  })
  return [...heads, ...banners]
}
