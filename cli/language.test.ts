import { describe, expect, it } from 'vitest'
import { chooseLanguage } from './language'

describe('chooseLanguage', () => {
  it.each([
    [[], {}, 'zh'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LANG: 'C.UTF-8' }, 'zh'],
    [[], { LANG: 'en_GB.UTF-8' }, 'en'],
    [[], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_GB.UTF-8' }, 'zh'],
    [['check', '--lang', 'en'], {}, 'en'],
    [['check', '--lang=zh'], { LANG: 'en_GB.UTF-8' }, 'zh'],
    [['check', '--lang', 'fr'], { LANG: 'en_GB.UTF-8' }, 'en'],
    [['check', '--lang'], {}, 'zh'],
  ] as const)('of %j in %j is %s', (words, environment, language) => {
    expect(chooseLanguage(words, environment)).toBe(language)
  })
})
