import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const SAMPLES = ['weekly', 'newspaper', 'briefing'].map((name) => `samples/${name}/manuscript.md`)
const SEEDS = '../shared/seeds'

/** The seeds lie beside the repository, or are absent. */
function findSeeds(): readonly string[] {
  const folder = resolve(root, SEEDS)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).sort()
  const texts = names.filter((name) => /\.(txt|md)$/.test(name) && name !== 'README.md')
  return texts.map((name) => `${SEEDS}/${name}`)
}

/** A text by its path from the repository; without paragraphs where it is absent. */
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

/**
 * Every text that the invariants are checked on: the samples, and the seeds by their folder's name
 * where that is absent. A paragraph that stands in two is in the first.
 */
export function readSampleTexts(): readonly SampleText[] {
  const seeds = findSeeds()
  const seen = new Set<string>()
  return [...SAMPLES, ...(seeds.length === 0 ? [SEEDS] : seeds)].map((name) => {
    const path = resolve(root, name)
    const isPresent = existsSync(path)
    const paragraphs = isPresent ? readParagraphs(name, readFileSync(path, 'utf8')) : []
    const fresh = paragraphs.filter((paragraph) => !seen.has(paragraph))
    for (const paragraph of fresh) seen.add(paragraph)
    return { name, isPresent, paragraphs: fresh }
  })
}
