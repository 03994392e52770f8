import { CommanderError } from 'commander'
import { tuneForOneJob } from '../host/brief-process'
import { createProgram } from './program'
import { chooseLanguage, sayIn } from './language'
import { createProgress } from './progress'
import { reportError } from './report-error'
import { explainUsage } from './usage-error'

const words = process.argv.slice(2)
const language = chooseLanguage(words, process.env)
const progress = createProgress(process.stderr, () => performance.now())

// A reader that has seen enough, as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const lineTo =
  (stream: NodeJS.WriteStream) =>
  (text: string): void => {
    progress.clear()
    stream.write(`${text}\n`)
  }

try {
  const program = createProgram({
    language,
    say: sayIn(language),
    progress,
    print: lineTo(process.stdout),
    warn: lineTo(process.stderr),
  })
  program.hook('preAction', (_, command) => {
    // The desk goes on for hours; all other commands do one short piece of work.
    if (command.name() !== 'serve') tuneForOneJob()
  })
  await program.parseAsync(words.length === 0 ? ['--help'] : words, { from: 'user' })
  progress.clear()
} catch (error) {
  progress.clear()
  // Commander ends a request for help or the version this way too.
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0
  else {
    const mistake = error instanceof CommanderError ? explainUsage(error) : error
    const { line, exitCode } = reportError(mistake, language)
    process.stderr.write(`${line}\n`)
    process.exitCode = exitCode
  }
}
