import { Command } from 'commander'
import type { Context } from './context'
import { parsePages } from './parse-values'
import { nameStep } from './step-name'

interface Options {
  readonly output: string
  readonly pages?: readonly number[]
  readonly marks: boolean
}

/** `banxin export`: an issue as a PDF for the press. */
export function createExportCommand({ say, progress, print }: Context): Command {
  return new Command('export')
    .argument('<F.banxin>', say('一期的文件', 'The issue'))
    .description(
      say('把一期排版，写成可以付印的 PDF。', 'Compose an issue into a PDF for the press.'),
    )
    .requiredOption('-o, --output <F.pdf>', say('写到哪里', 'Where to write it'))
    .option(
      `--pages <${say('页码', 'pages')}>`,
      say('只要这些页，如 1-4', 'Only these pages, as in 1-4'),
      parsePages,
    )
    .option('--no-marks', say('不要裁切线', 'Without crop marks'))
    .addHelpText(
      'after',
      say(
        '\n例：\n  banxin export 第12期.banxin -o 第12期.pdf --pages 1-4',
        '\nExample:\n  banxin export issue-12.banxin -o issue-12.pdf --pages 1-4',
      ),
    )
    .action(async (path: string, { output, pages, marks }: Options) => {
      const { exportIssue } = await import('../host/export-issue')
      const { pageCount, byteCount } = await exportIssue(path, output, {
        marks,
        ...(pages === undefined ? {} : { pages }),
        onStep: (step) => {
          progress.tell(nameStep(step, say), step.part === 'pdf')
        },
      })
      const size = `${Math.ceil(byteCount / 1000)} kB`
      print(
        say(
          `已写出 ${output}：${pageCount} 页，${size}`,
          `Wrote ${output}: ${pageCount} pages, ${size}`,
        ),
      )
    })
}
