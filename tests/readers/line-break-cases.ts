import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const path = resolve(import.meta.dirname, '../../../shared/data/LineBreakTest-17.0.0.txt')

/** Whether Unicode's test of line breaks lies beside the repository. */
export const hasLineBreakCases = existsSync(path)

/** A case of LineBreakTest: its text, and the UTF-16 offsets within it where a line may end before. */
export interface LineBreakCase {
  readonly text: string
  readonly places: readonly number[]
}

function readCase(line: string): LineBreakCase {
  let text = ''
  const places: number[] = []
  for (const token of line.trim().split(/\s+/)) {
    if (token === '÷') places.push(text.length)
    else if (token !== '×') text += String.fromCodePoint(Number.parseInt(token, 16))
  }
  return { text, places: places.filter((place) => place > 0 && place < text.length) }
}

/** All cases of LineBreakTest-17.0.0.txt (../shared/data). */
export function readLineBreakCases(): readonly LineBreakCase[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, ''))
    .filter((line) => line.trim() !== '')
    .map(readCase)
}
