const BLANK = /^\s+$/
const NOT_MEASURED = /^$|\p{Mn}|\p{Cf}$/u
const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff

/** Nearly every glyph says one Han character; it is told apart without a regular expression. */
function isOneHan(text: string): boolean {
  const code = text.charCodeAt(0)
  return text.length === 1 && code >= FIRST_HAN && code <= LAST_HAN
}

/** Whether a text is white space alone. */
export function isBlank(text: string): boolean {
  return !isOneHan(text) && BLANK.test(text)
}

/**
 * Whether readers reckon with a glyph of this text when they measure the gap to the next: those
 * of combining and invisible marks, and those that say nothing, they pass over.
 */
export function isMeasured(text: string): boolean {
  return isOneHan(text) || !NOT_MEASURED.test(text)
}
