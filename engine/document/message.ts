/** A sentence in the two languages of the product. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** Which of the two languages a sentence is shown in. */
export type Language = keyof Bilingual

/**
 * What a person needs to know of a mistake: what is wrong, where it is, and how to mend it.
 * `where` is a name that a person recognises (a file, a headline, a JSON path), in no language.
 */
export interface Explanation {
  readonly what: Bilingual
  readonly where: string
  readonly mend: Bilingual
}

/** The explanation as one line, without a full stop missing or doubled. */
export function explain(explanation: Explanation, language: Language): string {
  const { what, where, mend } = explanation
  const place = where === '' ? '' : language === 'zh' ? `（${where}）` : ` (${where})`
  return language === 'zh' ? `${what.zh}${place}。${mend.zh}。` : `${what.en}${place}. ${mend.en}.`
}

/**
 * A mistake that a person can cause and mend. Thrown at the edges (files, packages, schemas,
 * faces, pictures); nothing is lost by it. `code` is stable and meant for programs.
 */
export class BanxinError extends Error {
  override readonly name = 'BanxinError'
  readonly code: string
  readonly explanation: Explanation

  constructor(code: string, explanation: Explanation, options?: ErrorOptions) {
    super(explain(explanation, 'en'), options)
    this.code = code
    this.explanation = explanation
  }
}

/** How much a finding matters: an error blocks a print export, a warning does not. */
export type Severity = 'error' | 'warning' | 'note'

/** Something about a document or its pages that its makers should know before it is printed. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly explanation: Explanation
  readonly storyId?: string
  /** A block's id, or the name of a head part. */
  readonly blockId?: string
  /** UTF-16 offset in that block's text of the character that it is about. */
  readonly offset?: number
  /** Index into the composed pages. */
  readonly pageIndex?: number
}
