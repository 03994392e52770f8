import type { CommanderError } from 'commander'
import type { Bilingual } from '../engine/document/message'

/** Words on the command line that make no sense; ends the program with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly sentence: Bilingual

  constructor(sentence: Bilingual) {
    super(sentence.en)
    this.sentence = sentence
  }
}

type Tell = (named: string) => Bilingual

/** By the codes of commander; `named` is what its own English sentence puts in quotes. */
const faults: Readonly<Record<string, Tell>> = {
  'commander.help': () => ({ zh: '缺少命令', en: 'A command is missing' }),
  'commander.unknownCommand': (named) => ({
    zh: `没有“${named}”这个命令`,
    en: `There is no command “${named}”`,
  }),
  'commander.unknownOption': (named) => ({
    zh: `没有“${named}”这个选项`,
    en: `There is no option “${named}”`,
  }),
  'commander.missingArgument': (named) => ({ zh: `缺少“${named}”`, en: `“${named}” is missing` }),
  'commander.missingMandatoryOptionValue': (named) => ({
    zh: `缺少必需的选项“${named}”`,
    en: `The option “${named}” is needed`,
  }),
  'commander.optionMissingArgument': (named) => ({
    zh: `选项“${named}”后面缺少内容`,
    en: `The option “${named}” lacks its value`,
  }),
  'commander.invalidArgument': (named) => ({
    zh: `选项“${named}”的内容不在允许之列`,
    en: `The value of “${named}” is not one of those allowed`,
  }),
  'commander.excessArguments': () => ({ zh: '多给了参数', en: 'There are too many words' }),
}

/** Commander's complaint in both languages, with its guess of what was meant. */
export function explainUsage({ code, message }: CommanderError): UsageError {
  const named = /'([^']*)'/.exec(message)?.[1] ?? ''
  const meant = /Did you mean (?:one of )?(.*)\?/.exec(message)?.[1]
  const { zh, en } = faults[code]?.(named) ?? { zh: message, en: message }
  if (meant === undefined) return new UsageError({ zh, en })
  return new UsageError({ zh: `${zh}，是不是 ${meant}？`, en: `${en}; did you mean ${meant}?` })
}
