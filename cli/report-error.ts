import { BanxinError, explain, type Language } from '../engine/document/message'
import { UsageError } from './usage-error'

/** How a failure ends the program: one line on stderr and an exit code. */
export interface Ending {
  readonly line: string
  readonly exitCode: number
}

/** Usage ends with code 2, all else with 1; what nobody foresaw is told without its stack. */
export function reportError(error: unknown, language: Language): Ending {
  if (error instanceof UsageError) {
    const help = language === 'zh' ? '用 --help 查看用法。' : 'See --help.'
    const stop = language === 'zh' ? '。' : '. '
    const sentence = error.sentence[language]
    const ended = /[？?]$/.test(sentence) ? (language === 'zh' ? '' : ' ') : stop
    return { line: oneLine(`${sentence}${ended}${help}`), exitCode: 2 }
  }
  if (error instanceof BanxinError) {
    return { line: oneLine(explain(error.explanation, language)), exitCode: 1 }
  }
  const message = error instanceof Error ? error.message : String(error)
  const unforeseen = language === 'zh' ? '程序内部错误' : 'An error inside the program'
  return { line: oneLine(`${unforeseen}: ${message}`), exitCode: 1 }
}

/** Names come from outside and may hold anything, line ends and terminal codes among it. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
