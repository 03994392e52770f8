/** What is amiss with a name for a file, by the entry of the language that says it. */
export type NameFault = 'wanted' | 'unsuitable' | 'tooLong'

/** What a host takes as the name of a file, in bytes of UTF-8, its ending included. */
const MOST_BYTES = 200

const FORBIDDEN = /[/\\:*?"<>|\p{Cc}]/u

/** The name with its ending, which a person may leave out. */
export function withEnding(name: string, ending: string): string {
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`
}

/** What keeps a name from being that of a file on every system; `undefined` for a good one. */
export function findNameFault(name: string, ending: string): NameFault | undefined {
  const full = withEnding(name, ending)
  if (name.trim() === '' || name.toLowerCase() === ending) return 'wanted'
  if (FORBIDDEN.test(name) || name.startsWith('.') || /[. ]$/.test(name)) return 'unsuitable'
  return new TextEncoder().encode(full).length > MOST_BYTES ? 'tooLong' : undefined
}

/** A text as a part of the name of a file: what cannot stand there gives way to a hyphen. */
export function toFileName(text: string): string {
  return text
    .replace(/[/\\:*?"<>|\p{Cc}]+/gu, '-')
    .replace(/^[.\s-]+/, '')
    .slice(0, 100)
}
