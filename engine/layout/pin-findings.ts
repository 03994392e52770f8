import type { Node } from 'prosemirror-model'
import { pinOf } from '../document/figure-pin'
import type { Issue } from '../document/issue'
import type { Bilingual, Finding } from '../document/message'
import type { Story } from '../document/story'
import { nameStory } from '../document/story-name'
import type { PlannedPage } from './band'
import { type BlockKey, blockKey, storyOfKey } from './block-key'
import type { PinFault } from './page-pins'
import { readBody } from './parsed-body'
import { storyOf } from './story-fit'

/** What became of the pins of an issue. */
export interface MadePins {
  readonly pinFaults: ReadonlyMap<BlockKey, PinFault>
  readonly printed: readonly PlannedPage[]
}

const UNPIN: Bilingual = { zh: '或取消固定', en: 'or unpin it' }

/**
 * Figures that do not stand where they are pinned, and flow with the text instead; and those that
 * stand on a page without their story.
 */
export function* findPinFaults(issue: Issue, { pinFaults, printed }: MadePins): Generator<Finding> {
  const standing = new Set(
    printed.flatMap(({ main }) => main.pinned.map(({ pinned }) => pinned.key)),
  )
  for (const story of Object.values(issue.records.stories)) {
    for (const figure of pinnedIn(story)) {
      const { page } = figure
      const key = blockKey(story.id, figure.blockId)
      const fault = pinFaults.get(key)
      if (fault !== undefined) yield faultFinding(story, figure, fault, issue, printed)
      else if (!standing.has(key)) {
        if (story.slot !== undefined) yield inSlotFinding(story, figure)
      } else if (!isOnPage(story, printed[page - 1])) yield strayFinding(story, figure)
    }
  }
}

interface FigureOfStory {
  readonly blockId: string
  readonly page: number
  /** How its caption begins; empty where it has none. */
  readonly caption: string
}

/** Characters of a caption that tell its figure from others. */
const CAPTION_LENGTH = 12

function pinnedIn(story: Story): readonly FigureOfStory[] {
  const { body } = readBody(story)
  const found: FigureOfStory[] = []
  body.forEach((node: Node) => {
    const isGroup = node.type.name === 'figure_group'
    if (!isGroup && node.type.name !== 'figure') return
    const figures = isGroup ? node.children : [node]
    const pin = pinOf((isGroup ? node.firstChild : node)?.attrs ?? {})
    // A figure without a picture leaves no trace on the page, and is told of as such.
    const isShown = figures.some(({ attrs }) => attrs['asset'] !== '')
    if (pin !== undefined && isShown) {
      const caption = (figures[0]?.textContent ?? '').slice(0, CAPTION_LENGTH)
      found.push({ blockId: String(node.attrs['id']), page: pin.page, caption })
    }
  })
  return found
}

function isOnPage(story: Story, page: PlannedPage | undefined): boolean {
  return (
    page?.frames.some(({ placed }) => placed.some((each) => storyOf(each) === story.id)) === true
  )
}

function faultFinding(
  story: Story,
  figure: FigureOfStory,
  fault: PinFault,
  issue: Issue,
  printed: readonly PlannedPage[],
): Finding {
  const folio = String(figure.page)
  if (fault.kind === 'no-page' && figure.page <= printed.length) {
    return pinFinding('pin-page-missing', story, figure, {
      what: {
        zh: `图片若固定在第 ${folio} 版，这一期就排不到第 ${folio} 版；它随正文排了`,
        en: `With a picture pinned to page ${folio} the issue does not reach that page; it flows with the text`,
      },
      mend: { zh: `请换一版，${UNPIN.zh}`, en: `Pin it to another page, ${UNPIN.en}` },
    })
  }
  if (fault.kind === 'no-page') {
    return pinFinding('pin-page-missing', story, figure, {
      what: {
        zh: `图片固定在第 ${folio} 版，可这一期排不到第 ${folio} 版；它随正文排了`,
        en: `A picture is pinned to page ${folio}, which the issue does not reach; it flows with the text`,
      },
      mend: { zh: `请换一版，${UNPIN.zh}`, en: `Pin it to another page, ${UNPIN.en}` },
    })
  }
  if (fault.kind === 'outside') {
    const { firstLine = 0, lines = 0 } = printed[figure.page - 1]?.main ?? {}
    const [from, to] = [String(firstLine + 1), String(firstLine + lines)]
    return pinFinding('pin-outside', story, figure, {
      what: {
        zh: `图片在第 ${folio} 版的固定位置超出了正文的栏或行（第 ${from} 行到第 ${to} 行）；它随正文排了`,
        en: `The place on page ${folio} where a picture is pinned goes beyond the columns or lines of the text (lines ${from} to ${to}); it flows with the text`,
      },
      mend: {
        zh: `请换栏、换行或改小高度，${UNPIN.zh}`,
        en: `Choose other columns or lines or less height, ${UNPIN.en}`,
      },
    })
  }
  const other = issue.records.stories[storyOfKey(fault.with)]
  const name = other === undefined ? '' : nameStory(other)
  if (fault.kind === 'displaces') {
    return pinFinding('pin-displaces', story, figure, {
      what: {
        zh: `图片若固定在第 ${folio} 版，${name}的另一张图片就没有了固定的位置；它随正文排了`,
        en: `With a picture pinned to page ${folio}, another, of ${name}, would lose its place; it flows with the text`,
      },
      mend: { zh: `请换一版，${UNPIN.zh}`, en: `Pin it to another page, ${UNPIN.en}` },
    })
  }
  return pinFinding('pin-collides', story, figure, {
    what: {
      zh: `图片在第 ${folio} 版的固定位置与${name}的另一张图片重叠；它随正文排了`,
      en: `The place on page ${folio} where a picture is pinned meets another picture, of ${name}; it flows with the text`,
    },
    mend: { zh: `请把两张图错开，${UNPIN.zh}`, en: `Move one of the two, ${UNPIN.en}` },
  })
}

function inSlotFinding(story: Story, figure: FigureOfStory): Finding {
  return pinFinding('pin-in-slot', story, figure, {
    what: {
      zh: '稿件排在版位里，其中的图片不能固定在版面；它随正文排了',
      en: 'The story stands in a slot, where no picture can be pinned; it flows with the text',
    },
    mend: {
      zh: `请让稿件不选版位，${UNPIN.zh}`,
      en: `Take the story out of the slot, ${UNPIN.en}`,
    },
  })
}

function strayFinding(story: Story, figure: FigureOfStory): Finding {
  const folio = String(figure.page)
  return pinFinding('pin-astray', story, figure, {
    what: {
      zh: `图片固定在第 ${folio} 版，可这篇稿件不在这一版`,
      en: `A picture is pinned to page ${folio}, but its story is not on that page`,
    },
    mend: {
      zh: `请把它固定到稿件所在的版，${UNPIN.zh}`,
      en: `Pin it to a page of its story, ${UNPIN.en}`,
    },
  })
}

function pinFinding(
  code: string,
  story: Story,
  { blockId, caption }: FigureOfStory,
  said: { readonly what: Bilingual; readonly mend: Bilingual },
): Finding {
  const figure = caption === '' ? '' : `“${caption}”`
  const explanation = { ...said, where: `${nameStory(story)}${figure}` }
  return { code, severity: 'warning', explanation, storyId: story.id, blockId }
}
