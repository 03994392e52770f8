import { createI18n } from 'vue-i18n'
import type { Bilingual, Language } from '../../engine/document/message'
import { en } from './en'
import { zh } from './zh'

const KEY = 'banxin.language'

const remembered: Language = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'

/** The words of the desk: Chinese, unless a person has chosen English. */
export const i18n = createI18n({
  legacy: false,
  locale: remembered,
  fallbackLocale: 'zh',
  messages: { zh, en },
})

/** A text of the desk in both languages, for what outlasts a switch between them. */
export function sayInBoth(key: string, places: Readonly<Record<string, unknown>> = {}): Bilingual {
  const say = (locale: Language): string => i18n.global.t(key, places, { locale })
  return { zh: say('zh'), en: say('en') }
}

/** Turns the desk to a language, now and the next time. */
export function setLanguage(language: Language): void {
  i18n.global.locale.value = language
  localStorage.setItem(KEY, language)
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
}

setLanguage(remembered)
