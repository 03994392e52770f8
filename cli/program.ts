import { Command } from 'commander'
import { version } from '../package.json'
import { createCheckCommand } from './check'
import { createComposeCommand } from './compose'
import type { Context } from './context'
import { createExportCommand } from './export'
import { arrangeHelp } from './help'
import type { Say } from './language'
import { createLinesCommand } from './lines'
import { createNewCommand } from './new'
import { createServeCommand } from './serve'

/** The whole command line, its help in one language. It throws instead of ending the process. */
export function createProgram(context: Context): Command {
  const { say } = context
  const program = new Command('banxin')
    .description(
      say(
        '版心：把一期简报从文稿做成可以付印的 PDF。',
        'Banxin: takes an issue of a bulletin from manuscript to a PDF for the press.',
      ),
    )
    .version(version, '-V, --version', say('显示版本号', 'Show the version'))
    .helpCommand('help [command]', say('显示一个命令的用法', 'Show the usage of a command'))
  const commands = [
    createServeCommand,
    createNewCommand,
    createExportCommand,
    createCheckCommand,
    createComposeCommand,
    createLinesCommand,
  ]
  for (const create of commands) program.addCommand(create(context))
  for (const command of [program, ...program.commands]) dress(command, say)
  return program
}

/** What all commands share: the language, where faults go, and headings in that language. */
function dress(command: Command, say: Say): void {
  command
    .option('--lang <zh|en>', say('消息的语言：zh 或 en', 'Language of messages: zh or en'))
    .allowExcessArguments(false)
    .helpOption('-h, --help', say('显示用法', 'Show this help'))
    .configureHelp(arrangeHelp(say))
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()
}
