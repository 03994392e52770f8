/** A story as its manuscript has it: what a reader of the printed text must find, in order. */
export interface ManuscriptStory {
  readonly headline: string
  /** Paragraphs, captions and lines beside QR codes, in the order of the manuscript. */
  readonly parts: readonly string[]
  readonly captions: readonly string[]
}

const CAPTION = /^!\[(.*?)\]/
const QR_LINE = /^\{qr:.*\| *(.*?)\}$/

/** The stories of a manuscript: a `##` begins one, and so does a section without a headline. */
export function readManuscriptStories(manuscript: string): readonly ManuscriptStory[] {
  const stories: { headline: string; parts: string[]; captions: string[] }[] = []
  for (const line of manuscript.split('\n').map((each) => each.trim())) {
    if (line.startsWith('# ') || line.startsWith('## ')) {
      const headline = line.startsWith('## ') ? line.slice(3) : ''
      stories.push({ headline, parts: [], captions: [] })
    } else if (line !== '') {
      const caption = CAPTION.exec(line)?.[1]
      const story = stories.at(-1)
      story?.parts.push(caption ?? QR_LINE.exec(line)?.[1] ?? line)
      if (caption !== undefined) story?.captions.push(caption)
    }
  }
  return stories.filter((story) => story.parts.length > 0)
}
