import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isJsonObject } from '../../engine/document/json'
import { newIssue } from '../../host/new-issue'
import { openPackage, savePackage } from '../../host/package-file'
import { productRoot } from '../../host/product-root'
import { readText } from '../../host/read-text'

export const CHARACTERS = 20_000

/** Makes an issue of 20,000 characters without pictures in a folder; gives its path. */
export async function makeBenchIssue(folder: string): Promise<string> {
  const sample = await readText(join(productRoot, 'samples/weekly/manuscript.md'))
  const manuscript = join(folder, 'manuscript.md')
  const output = join(folder, 'bench.banxin')
  await writeFile(manuscript, repeatText(sample, CHARACTERS))
  const given = { number: 1, date: '2025-01-01' }
  await newIssue({ template: 'weekly', manuscript, output, given, today: '2025-01-01' })
  await allowPages(output, 100)
  return output
}

/** Sections of a manuscript over and over, figures left out, up to a number of characters. */
function repeatText(manuscript: string, characters: number): string {
  const start = manuscript.indexOf('\n# ')
  const source = manuscript
    .slice(start)
    .split('\n')
    .filter((line) => !line.startsWith('![') && !line.startsWith('{qr'))
  const lines: string[] = []
  let count = 0
  for (let at = 0; count < characters; at++) {
    const line = source[at % source.length] ?? ''
    lines.push(line)
    count += line.length
  }
  return lines.join('\n')
}

async function allowPages(path: string, maximumPages: number): Promise<void> {
  const { document, assets } = await openPackage(path)
  const { issue, template } = document
  if (!isJsonObject(template) || !isJsonObject(template['sequence'])) throw new Error('No sequence')
  const sequence = { ...template['sequence'], maximumPages }
  await savePackage(path, { document: { issue, template: { ...template, sequence } }, assets })
}
