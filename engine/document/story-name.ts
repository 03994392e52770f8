import type { Story } from './story'

/** Characters of a headline that tell it from others; all of a long one would hide what is said. */
const MOST_CHARACTERS = 16

/** How a person knows a story: by how its headline begins, or by its id where it has none. */
export function nameStory({ id, headline }: Pick<Story, 'id' | 'headline'>): string {
  if (headline === '') return id
  const characters = Array.from(headline)
  if (characters.length <= MOST_CHARACTERS) return headline
  return `${characters.slice(0, MOST_CHARACTERS).join('').trimEnd()}…`
}
