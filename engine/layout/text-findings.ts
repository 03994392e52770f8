import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'
import { furnitureOversetFinding, missingCharactersFinding, type TextPlace } from './findings'
import type { SetText } from './typesetter'

/** What the texts of an issue show to be amiss while they are set. */
export interface TextFindings {
  /** Each thing once, by a key that names it; at its first place. All that a face lacks is one. */
  readonly findings: Map<string, Finding>
  note(set: SetText, storyId: string | undefined, blockId: string): void
  noteFurniture(set: SetText, where: string, pageIndex?: number): void
}

/** What one face lacks of one story, or of one piece of furniture. */
interface Lack {
  readonly characters: Set<string>
  /** Where the first of them stands. */
  readonly place: TextPlace
}

/** Gathers findings about the texts of an issue; none as yet. */
export function createTextFindings(issue: Issue): TextFindings {
  const findings = new Map<string, Finding>()
  const add = (key: string, make: () => Finding): void => {
    if (!findings.has(key)) findings.set(key, make())
  }
  const lacks = new Map<string, Lack>()
  const noteMissing = (
    { paragraph, bound, leadLength }: SetText,
    owner: string,
    placeOf: (offset: number) => TextPlace,
  ): void => {
    const [first] = paragraph.missing
    if (first === undefined) return
    const { family } = bound.character.stack.han
    const key = `missing ${owner} ${family}`
    const { characters, place } = lacks.get(key) ?? {
      characters: new Set<string>(),
      place: placeOf(first.offset - leadLength),
    }
    for (const { character } of paragraph.missing) characters.add(character)
    lacks.set(key, { characters, place })
    findings.set(key, missingCharactersFinding([...characters], family, place))
  }
  const noteFurniture: TextFindings['noteFurniture'] = (set, where, pageIndex) => {
    noteMissing(set, where, () => ({ where, pageIndex }))
    // Furniture has its lines to stand on; what does not fit there would be lost in silence.
    if (set.paragraph.lines.length <= set.mostLines) return
    const { text } = set.paragraph
    add(`furniture ${where} ${text}`, () => furnitureOversetFinding(text, where, pageIndex))
  }
  return {
    findings,
    note(set, storyId, blockId) {
      const story = storyId === undefined ? undefined : issue.records.stories[storyId]
      if (story === undefined)
        noteMissing(set, blockId, () => ({ where: blockId, pageIndex: undefined }))
      else noteMissing(set, story.id, (offset) => ({ story, blockId, offset }))
    },
    noteFurniture,
  }
}
