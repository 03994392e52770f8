import { Command, Option } from 'commander'
import { exportPresets, PRESET_NAMES, type PresetName } from '../engine/document/export-preset'
import type { Language } from '../engine/document/message'
import type { Context } from './context'
import { parsePages } from './parse-values'
import { nameStep } from './step-name'

interface Options {
  readonly output: string
  readonly pages?: readonly number[]
  readonly preset: PresetName
  readonly marks: boolean
}

/** `banxin export`: an issue as a PDF, for the press unless told otherwise. */
export function createExportCommand({ language, say, progress, print }: Context): Command {
  return new Command('export')
    .argument('<F.banxin>', say('一期的文件', 'The issue'))
    .description(
      say(
        '把一期排版，写成可以付印、送审或传阅的 PDF。',
        'Compose an issue into a PDF for the press, for review or for screens.',
      ),
    )
    .requiredOption('-o, --output <F.pdf>', say('写到哪里', 'Where to write it'))
    .option(
      `--pages <${say('页码', 'pages')}>`,
      say('只要这些页，如 1-4', 'Only these pages, as in 1-4'),
      parsePages,
    )
    .addOption(
      new Option(`--preset <${say('用途', 'purpose')}>`, say('用途', 'What it is for'))
        .choices(PRESET_NAMES)
        .default('press'),
    )
    .option('--no-marks', say('不要裁切线', 'Without crop marks'))
    .addHelpText('after', `\n${say('用途：', 'Purposes:')}\n${describePresets(language)}`)
    .addHelpText(
      'after',
      say(
        '\n例：\n  banxin export 第12期.banxin -o 第12期.pdf --preset proof --pages 1-4',
        '\nExample:\n  banxin export issue-12.banxin -o issue-12.pdf --preset proof --pages 1-4',
      ),
    )
    .action(async (path: string, { output, pages, preset, marks }: Options) => {
      const { exportIssue } = await import('../host/export-issue')
      const { pageCount, byteCount } = await exportIssue(path, output, {
        preset,
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

/** What each preset is for, a line each. */
function describePresets(language: Language): string {
  return PRESET_NAMES.map((name) => {
    const { name: title, purpose } = exportPresets[name]
    const label = language === 'zh' ? `${title.zh}，${purpose.zh}` : purpose.en
    return `  ${name.padEnd(8)}${label}`
  }).join('\n')
}
