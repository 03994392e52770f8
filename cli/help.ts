import { stripVTControlCharacters } from 'node:util'
import type { HelpConfiguration, Option } from 'commander'
import type { Say } from './language'

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g

/** How help is laid out: its headings in one language, Han characters two columns wide. */
export function arrangeHelp(say: Say): HelpConfiguration {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Commands:': '命令：',
  }
  return {
    styleTitle: (title) => say(titles[title] ?? title, title),
    styleUsage: (usage) =>
      usage
        .replace('[options]', say('[选项]', '[options]'))
        .replace('[command]', say('[命令]', '[command]')),
    subcommandTerm: (command) => command.name(),
    optionDescription: (option) => describeOption(option, say),
    displayWidth: (text) => {
      const plain = stripVTControlCharacters(text)
      return plain.length + (plain.match(WIDE)?.length ?? 0)
    },
  }
}

/** What an option is for, what it may be, and what it is unless given. */
function describeOption(option: Option, say: Say): string {
  const { description, argChoices, defaultValue, defaultValueDescription } = option
  const notes: string[] = []
  if (argChoices !== undefined) notes.push(argChoices.join(say('、', ', ')))
  if (defaultValue !== undefined && !option.negate) {
    const value = defaultValueDescription ?? String(defaultValue)
    notes.push(say(`默认 ${value}`, `${value} by default`))
  }
  if (notes.length === 0) return description
  return say(`${description}（${notes.join('；')}）`, `${description} (${notes.join('; ')})`)
}
