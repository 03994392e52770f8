/** A story as its manuscript has it: what a reader of the printed text must find, in order. */
export interface ManuscriptStory {
  /** The title of the section, if the story opens it, and the headline, if it has one. */
  readonly heads: readonly string[]
  /** Paragraphs and lines beside QR codes, in the order of the manuscript. */
  readonly parts: readonly string[]
  /** Captions, which may stand after any paragraph. */
  readonly captions: readonly string[]
}

const CAPTION = /^!\[(.*?)\]/
const QR_LINE = /^\{qr:.*\| *(.*?)\}$/

/** The stories of a manuscript: a `##` begins one, and so does a section without a headline. */
export function readManuscriptStories(manuscript: string): readonly ManuscriptStory[] {
  const stories: { heads: string[]; parts: string[]; captions: string[] }[] = []
  for (const line of manuscript.split('\n').map((each) => each.trim())) {
    const head = /^##? (.*)$/.exec(line)?.[1]
    const story = stories.at(-1)
    const caption = CAPTION.exec(line)?.[1]
    if (head !== undefined) {
      const isUnderTitle = line.startsWith('## ') && story?.parts.length === 0
      if (isUnderTitle) story.heads.push(head)
      else stories.push({ heads: [head], parts: [], captions: [] })
    } else if (caption !== undefined) story?.captions.push(caption)
    else if (line !== '') story?.parts.push(QR_LINE.exec(line)?.[1] ?? line)
  }
  return stories
}
