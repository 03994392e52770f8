import { Command } from 'commander'
import { explain, type Finding, type Severity } from '../engine/document/message'
import type { ComposeStep } from '../host/compose-file'
import type { Context } from './context'
import { oneLine } from './report-error'
import { nameStep } from './step-name'

/** `banxin check`: what should be known of an issue before it is printed, a sentence a line. */
export function createCheckCommand({ language, say, progress, print }: Context): Command {
  const names: Readonly<Record<Severity, string>> = {
    error: say('错误', 'error'),
    warning: say('警告', 'warning'),
    note: say('提示', 'note'),
  }
  const describe = ({ severity, explanation, pageIndex }: Finding): string => {
    const page =
      pageIndex === undefined ? '' : say(`第 ${pageIndex + 1} 页 `, `page ${pageIndex + 1} `)
    return oneLine(`${names[severity]} ${page}${explain(explanation, language)}`)
  }
  return new Command('check')
    .argument('<F.banxin>', say('一期的文件', 'The issue'))
    .description(
      say(
        '检查一期，逐条说明问题。有错误时退出码为 1。',
        'Check an issue and tell what is wrong with it. The exit code is 1 when there is an error.',
      ),
    )
    .addHelpText(
      'after',
      say('\n例：\n  banxin check 第12期.banxin', '\nExample:\n  banxin check issue-12.banxin'),
    )
    .action(async (path: string) => {
      const { composeFile } = await import('../host/compose-file')
      const tell = (part: ComposeStep): void => {
        progress.tell(nameStep({ part }, say), false)
      }
      const { findings, composition } = await composeFile(path, tell, 'whole')
      for (const finding of findings) print(describe(finding))
      if (findings.length === 0) {
        print(
          say(
            `没有发现问题，共 ${composition.pages.length} 页`,
            `Nothing to mend; ${composition.pages.length} pages`,
          ),
        )
      }
      if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1
    })
}
