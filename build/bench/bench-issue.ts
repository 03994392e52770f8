import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isJsonObject } from '../../engine/document/json'
import { newIssue } from '../../host/new-issue'
import { openPackage, savePackage } from '../../host/package-file'
import { productRoot } from '../../host/product-root'
import { readText } from '../../host/read-text'

export const CHARACTERS = 20_000

/** Makes an issue of so many characters without pictures in a folder; gives its path. */
export async function makeBenchIssue(folder: string, characters = CHARACTERS): Promise<string> {
  const sample = await readText(join(productRoot, 'samples/weekly/manuscript.md'))
  const manuscript = join(folder, `manuscript-${String(characters)}.md`)
  const output = join(folder, `bench-${String(characters)}.banxin`)
  await writeFile(manuscript, repeatText(sample, characters))
  const given = { number: 1, date: '2025-01-01' }
  await newIssue({ template: 'weekly', manuscript, output, given, today: '2025-01-01' })
  await allowPages(output, 400)
  return output
}

/**
 * Sections of a manuscript over and over, figures left out, up to a number of characters. Each
 * time a paragraph begins further into its text, so that none is met twice.
 */
function repeatText(manuscript: string, characters: number): string {
  const start = manuscript.indexOf('\n# ')
  const source = manuscript
    .slice(start)
    .split('\n')
    .filter((line) => !line.startsWith('![') && !line.startsWith('{qr'))
  const lines: string[] = []
  let count = 0
  for (let at = 0; count < characters; at++) {
    const line = turnText(source[at % source.length] ?? '', 5 * Math.floor(at / source.length))
    lines.push(line)
    count += line.length
  }
  return lines.join('\n')
}

/** A paragraph with its first characters at its end; headings and briefs keep their marks. */
function turnText(line: string, characters: number): string {
  if (characters === 0 || line.length < 30 || /^[#◆>|]/.test(line)) return line
  const plain = line.replaceAll('**', '')
  const at = characters % plain.length
  return plain.slice(at) + plain.slice(0, at)
}

async function allowPages(path: string, maximumPages: number): Promise<void> {
  const { document, assets } = await openPackage(path)
  const { issue, template } = document
  if (!isJsonObject(template) || !isJsonObject(template['sequence'])) throw new Error('No sequence')
  const sequence = { ...template['sequence'], maximumPages }
  await savePackage(path, { document: { issue, template: { ...template, sequence } }, assets })
}
