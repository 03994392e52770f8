const TOKEN = /([MLHVCZ])|([+-]?(?:\d+\.?\d*|\.\d+))|[\s,]+|(.)/gisu

/** Numbers that a command of an artwork path takes, once or several times over. */
const ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['M', 2],
  ['L', 2],
  ['H', 1],
  ['V', 1],
  ['C', 6],
  ['Z', 0],
])

/**
 * Whether a text is a path of artwork: it begins with M, and holds the commands M L H V C Z in
 * either case, each with as many plain numbers as it takes (SVG 2 §9.3).
 */
export function isArtworkPath(text: string): boolean {
  let command = ''
  let numbers = 0
  const isComplete = (): boolean => {
    const taken = ARGUMENTS.get(command)
    if (taken === undefined) return numbers === 0
    return taken === 0 ? numbers === 0 : numbers > 0 && numbers % taken === 0
  }
  for (const [, letter, number, stray] of text.matchAll(TOKEN)) {
    if (stray !== undefined) return false
    if (letter !== undefined) {
      if (!isComplete() || (command === '' && letter.toUpperCase() !== 'M')) return false
      command = letter.toUpperCase()
      numbers = 0
    } else if (number !== undefined) numbers += 1
  }
  return command !== '' && isComplete()
}
