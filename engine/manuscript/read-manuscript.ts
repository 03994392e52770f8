import { BanxinError } from '../document/message'
import { type Block, readBlocks } from './blocks'
import { unescapeText } from './escape'
import { readFrontMatter } from './front-matter'
import { readInline } from './inline'
import type { Manuscript, ManuscriptStory, ManuscriptWarning } from './manuscript'
import { splitLines } from './source-line'
import { type BodyBlock, buildBody } from './story-body'

/** The longest manuscript, in UTF-16 units. */
const MAXIMUM_LENGTH = 4 * 1024 * 1024

/**
 * Reads a manuscript in Banxin's Markdown: `# section`, `## headline`, `引题：` `副题：` `署名：`
 * `版位：` under it, `### subheading`, paragraphs, `![caption](photo){…}`, `◆ briefs`, `> pull quotes`,
 * `{qr: address | text}`, and front matter between `---`. The characters of the text are kept as
 * they are; what does not read as syntax is text, with a warning where it looks like syntax.
 * @throws {BanxinError} `manuscript-too-long`, `manuscript-not-text` or `manuscript-empty`
 */
export function readManuscript(text: string): Manuscript {
  checkText(text)
  const front = readFrontMatter(splitLines(text))
  const { blocks, odd } = readBlocks(front.rest)
  if (blocks.length === 0) throw manuscriptEmpty()
  const warnings: ManuscriptWarning[] = [...front.warnings, ...odd]
  const sections = cutBefore(blocks, 'section').map((section) => {
    const [first, ...rest] = section
    const isTitled = first?.kind === 'section'
    return {
      title: isTitled ? unescapeText(first.text) : '',
      stories: cutBefore(isTitled ? rest : section, 'headline').map((story) => {
        const reading = readStory(story)
        for (const warning of reading.warnings) warnings.push(warning)
        return reading.story
      }),
    }
  })
  const photos = blocks.flatMap((block) =>
    block.kind === 'figure' ? [{ name: block.figure.photo, line: block.line }] : [],
  )
  return {
    details: front.details,
    sections,
    photos,
    warnings: warnings.toSorted((a, b) => a.line - b.line),
  }
}

function readStory(blocks: readonly Block[]): {
  readonly story: ManuscriptStory
  readonly warnings: readonly ManuscriptWarning[]
} {
  let head: Omit<ManuscriptStory, 'body'> = { headline: '' }
  const rest: BodyBlock[] = []
  for (const block of blocks) {
    switch (block.kind) {
      case 'section':
        break
      case 'headline':
        head = { ...head, headline: unescapeText(block.text) }
        break
      case 'kicker':
      case 'deck':
      case 'byline':
      case 'slot':
        head = { ...head, [block.kind]: block.text }
        break
      default:
        rest.push(block)
    }
  }
  const { body, warnings } = buildBody(rest)
  return { story: { ...head, body }, warnings: [...warnings, ...blocks.flatMap(markedHead)] }
}

/** What is said of a line of a head that has marks in it, which a head cannot bear. */
function markedHead(block: Block): readonly ManuscriptWarning[] {
  if (!HEAD_TEXTS.has(block.kind) || !('text' in block)) return []
  const isMarked = readInline(block.text).nodes.some(({ marks = [] }) => marks.length > 0)
  return isMarked ? [{ line: block.line, what: MARKED_HEAD }] : []
}

const HEAD_TEXTS: ReadonlySet<Block['kind']> = new Set(['headline', 'kicker', 'deck', 'byline'])

const MARKED_HEAD = {
  zh: '标题、引题、副题和署名里不能有字样，照原样保留；请把记号删去',
  en: 'headline, kicker, deck and byline bear no marks: kept as text; take the marks out',
}

/** Blocks cut before each one of a kind; what stands before the first makes a part of its own. */
function cutBefore(blocks: readonly Block[], kind: Block['kind']): readonly (readonly Block[])[] {
  const parts: Block[][] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    if (last === undefined || block.kind === kind) parts.push([block])
    else last.push(block)
  }
  return parts
}

function checkText(text: string): void {
  if (text.length > MAXIMUM_LENGTH) {
    throw new BanxinError('manuscript-too-long', {
      what: {
        zh: `稿件超过 ${String(MAXIMUM_LENGTH)} 个字符`,
        en: `The manuscript is longer than ${String(MAXIMUM_LENGTH)} characters`,
      },
      where: '',
      mend: { zh: '请分成几期', en: 'Divide it into several issues' },
    })
  }
  if (text.includes('\0')) {
    throw new BanxinError('manuscript-not-text', {
      what: { zh: '这不是文本文件', en: 'This is not a text file' },
      where: '',
      mend: {
        zh: '请另存为 UTF-8 编码的文本（.md 或 .txt）',
        en: 'Save it as text in UTF-8 (.md or .txt)',
      },
    })
  }
}

function manuscriptEmpty(): BanxinError {
  return new BanxinError('manuscript-empty', {
    what: { zh: '稿件里没有文字', en: 'The manuscript holds no text' },
    where: '',
    mend: { zh: '请检查所选的文件', en: 'See whether this is the right file' },
  })
}
