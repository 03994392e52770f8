import type { Continuation } from './continuation'
import { linesFor } from './grid'
import type { GridBlock } from './head'
import type { PageItem, Source } from './page'
import { baselineInLine, placeLine } from './place-line'
import { translateItems } from './translate'
import { plainText, type Typesetter } from './typesetter'

/** Where a story goes on that jumped, and the page that it comes from. */
export interface JumpedFrom extends Continuation {
  readonly page: JumpPage
}

/** The other page of a jump, by its number, or the very page that says so. */
export type JumpPage = number | 'same'

function namePage(page: JumpPage): string {
  return page === 'same' ? '本版' : `第${String(page)}版`
}

const FURNITURE: Source = { kind: 'furniture' }
/** Where a headline may be cut short: what follows says more, but the story is known by then. */
const CUT = /[，。；：！？、\u3000\s]/u
const LEAST_SHORT = 4
const MOST_SHORT = 14

/** A headline as it is called where its story goes on: its first clause, if that says enough. */
export function shortenHeadline(headline: string): string {
  const characters = [...headline]
  const cut = characters.findIndex((character, at) => at >= LEAST_SHORT && CUT.test(character))
  return characters.slice(0, Math.min(cut < 0 ? characters.length : cut, MOST_SHORT)).join('')
}

/**
 * The head of what a story goes on with: its headline, short, and the page that it comes from
 * (上接). Always as many lines, whatever page that is, so that no page moves when a number does.
 */
export function drawJumpHead(
  headline: string,
  page: JumpPage,
  typesetter: Typesetter,
  widthMpt: number,
): GridBlock {
  const { jump } = typesetter.template
  const { leading } = typesetter.template.page.typeArea
  if (jump === undefined) return { lines: 0, items: [] }
  const { style } = typesetter.styles.get(jump.headline)
  const short = plainText(shortenHeadline(headline))
  const [title] = typesetter.setText(short, jump.headline, widthMpt).paragraph.lines
  const from = typesetter.setText(plainText(`（上接${namePage(page)}）`), jump.line, widthMpt)
  const [line] = from.paragraph.lines
  const lines = linesFor(style.leadingMpt, leading)
  const slackMpt = lines * leading - style.leadingMpt
  const baseline = Math.floor(slackMpt / 2) + baselineInLine(style.leadingMpt, style.sizeMpt)
  const besideMpt = (title?.widthMpt ?? 0) + Math.round(style.sizeMpt / 2)
  const leftMpt = line?.runs[0]?.xMpt[0] ?? 0
  const fits = line !== undefined && besideMpt + line.widthMpt - leftMpt <= widthMpt
  return {
    lines,
    items: [
      ...(title === undefined || !fits ? [] : placeLine(title, baseline, () => FURNITURE)),
      ...(line === undefined
        ? []
        : translateItems(
            placeLine(line, baseline, () => FURNITURE),
            (fits ? besideMpt : 0) - leftMpt,
            0,
          )),
    ],
  }
}

/** The line at the end of a column that says where its story goes on (下转), from its top left. */
export function drawJumpLine(
  page: JumpPage,
  typesetter: Typesetter,
  widthMpt: number,
  unitMpt: number,
): readonly PageItem[] {
  const { jump } = typesetter.template
  if (jump === undefined) return []
  const set = typesetter.setText(plainText(`（下转${namePage(page)}）`), jump.line, widthMpt)
  const [line] = set.paragraph.lines
  if (line === undefined) return []
  const baseline = baselineInLine(unitMpt, set.bound.style.sizeMpt)
  // A mark at the end of the line leaves its empty half outside the column.
  return translateItems(
    placeLine(line, baseline, () => FURNITURE),
    widthMpt - line.widthMpt,
    0,
  )
}
