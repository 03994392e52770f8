/** Stands in pasted text for a line break that somebody wished. */
export const LINE_BREAK = '\u2028'

const WIDE =
  /[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2018\u2019\u201c\u201d\u2014\u2026]|[\ud840-\ud8ff]/

/**
 * The text of a node of a page on one line. Programs break the lines of their markup anywhere,
 * and such a break is a space between words but nothing beside Han characters and their marks: the
 * white between Han and other scripts is the engine's to set. `before` and `after` are the characters around the node.
 */
export function joinSourceLines(text: string, before: string, after: string): string {
  return text.replace(/[ \t]*[\r\n][ \t\r\n]*/g, (_break, at: number, all: string) => {
    const left = all.slice(0, at).at(-1) ?? before
    const right = all.slice(at).trimStart()[0] ?? after
    return WIDE.test(left) || WIDE.test(right) ? '' : ' '
  })
}
