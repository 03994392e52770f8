const ESCAPED = /\\([!-/:-@[-`{-~◆：｜])/g

/** A text with its escapes undone: `\#` is `#`; before letters and spaces a backslash is text. */
export function unescapeText(text: string): string {
  return text.replace(ESCAPED, '$1')
}

/** A text cut at each `|`, of either width, that no backslash escapes. */
export function splitAtBars(text: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1
    else if (text.charAt(at) === '|' || text.charAt(at) === '｜') {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}
