import type { Language } from '../engine/document/message'

/** Picks of two sentences the one in the language that is shown. */
export type Say = (zh: string, en: string) => string

/** The `Say` of a language. */
export function sayIn(language: Language): Say {
  return (zh, en) => (language === 'zh' ? zh : en)
}

/**
 * The language of messages: what `--lang` asks for, else English where the environment is
 * English, else Chinese. Read before the arguments are, since their faults are told in it too.
 */
export function chooseLanguage(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = words[at]?.startsWith('--lang=') ? words[at]?.slice(7) : words[at + 1]
  if (at >= 0 && (asked === 'zh' || asked === 'en')) return asked
  const locale = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? ''
  return locale.startsWith('en') ? 'en' : 'zh'
}
