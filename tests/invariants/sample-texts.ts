import { existsSync, readFileSync } from 'node:fs'

/** Texts that lie beside the repository or in it; each may be absent, and is then skipped by name. */
const SOURCES: Readonly<Record<string, URL>> = {
  'samples/weekly/manuscript.md': new URL('../../samples/weekly/manuscript.md', import.meta.url),
  'samples/briefing/manuscript.md': new URL(
    '../../samples/briefing/manuscript.md',
    import.meta.url,
  ),
  '../shared/seeds/000-manuscript.md': new URL(
    '../../../shared/seeds/000-manuscript.md',
    import.meta.url,
  ),
  '../shared/seeds/000-extracted.txt': new URL(
    '../../../shared/seeds/000-extracted.txt',
    import.meta.url,
  ),
  '../shared/seeds/004-printed-lines.txt': new URL(
    '../../../shared/seeds/004-printed-lines.txt',
    import.meta.url,
  ),
}

/** A text by its name in the repository; no paragraphs when it is absent. */
export interface SampleText {
  readonly name: string
  readonly isPresent: boolean
  readonly paragraphs: readonly string[]
}

/** What a reader sees of a manuscript's line: no signs of Markdown, of a picture its caption. */
function readableOf(line: string): string {
  const caption = /^!\[(.*?)\]/.exec(line)?.[1]
  const shown = caption ?? line.replace(/^#+ */, '').replace(/^\{qr:.*?\| *(.*)\}$/, '$1')
  return shown.replaceAll('**', '')
}

function readParagraphs(name: string, text: string): readonly string[] {
  // Printed lines end where the press ended them: a blank line ends the paragraph.
  const parts = name.endsWith('lines.txt')
    ? text.split(/\n\s*\n/).map((part) => part.replaceAll('\n', ''))
    : text
        .replace(/^---\n.*?\n---\n/s, '')
        .split('\n')
        .map(readableOf)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** Every text that the invariants are checked on; a paragraph that stands in two is in the first. */
export function readSampleTexts(): readonly SampleText[] {
  const seen = new Set<string>()
  return Object.entries(SOURCES).map(([name, url]) => {
    const isPresent = existsSync(url)
    const paragraphs = isPresent ? readParagraphs(name, readFileSync(url, 'utf8')) : []
    const fresh = paragraphs.filter((paragraph) => !seen.has(paragraph))
    for (const paragraph of fresh) seen.add(paragraph)
    return { name, isPresent, paragraphs: fresh }
  })
}
