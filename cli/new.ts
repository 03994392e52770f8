import { Command } from 'commander'
import type { IssueDetails } from '../engine/manuscript/manuscript'
import type { Context } from './context'
import { parseDate, parseNumber } from './parse-values'

interface Options {
  readonly template: string
  readonly manuscript: string
  readonly output: string
  readonly photos?: string
  readonly number?: number
  readonly total?: number
  readonly date?: string
  readonly name?: string
  readonly publisher?: string
}

/** `banxin new`: an issue from a template, a manuscript and its photos. */
export function createNewCommand({ say, progress, print, warn }: Context): Command {
  const file = say('文件', 'file')
  const number = say('期号', 'number')
  return new Command('new')
    .description(
      say(
        '用模板、文稿和照片做出一期。选项中没有给出的，取自文稿开头，再取自模板。',
        'Make an issue of a template, a manuscript and its photos. What no option gives is taken\n' +
          'from the front matter of the manuscript, then from the template.',
      ),
    )
    .requiredOption(
      `--template <${say('名称', 'name')}>`,
      say(
        '模板，如 weekly，或自己的模板文件，如 我的.json',
        'As in weekly, or a file of your own: mine.json',
      ),
    )
    .requiredOption(`--manuscript <${file}>`, say('Markdown 文稿', 'The manuscript, in Markdown'))
    .requiredOption('-o, --output <F.banxin>', say('写到哪里', 'Where to write it'))
    .option(
      `--photos <${say('文件夹', 'folder')}>`,
      say(
        '照片文件夹，默认是文稿所在处',
        'Folder of the photos, by default that of the manuscript',
      ),
    )
    .option(
      `--number <${number}>`,
      say('期号，默认是 1', 'Number of the issue; 1 by default'),
      parseNumber,
    )
    .option(`--total <${number}>`, say('总期号', 'Total number'), parseNumber)
    .option(
      `--date <${say('日期', 'date')}>`,
      say('出版日期，如 2025-03-31，默认是今天', 'As in 2025-03-31; today by default'),
      parseDate,
    )
    .option(`--name <${say('刊名', 'name')}>`, say('刊名', 'Name of the periodical'))
    .option(`--publisher <${say('主办', 'name')}>`, say('主办单位', 'Its publisher'))
    .addHelpText(
      'after',
      say(
        '\n例：\n  banxin new --template weekly --manuscript 文稿.md --photos 照片 --number 12 -o 第12期.banxin',
        '\nExample:\n  banxin new --template weekly --manuscript story.md --photos photos --number 12 -o issue-12.banxin',
      ),
    )
    .action(async (options: Options) => {
      const { newIssue } = await import('../host/new-issue')
      const { template, manuscript, output, photos } = options
      progress.tell(say('正在读文稿和照片…', 'Reading the manuscript and its photos …'), false)
      const made = await newIssue({
        template,
        manuscript,
        output,
        ...(photos === undefined ? {} : { photos }),
        given: detailsOf(options),
        today: localDay(new Date()),
      })
      const { sectionCount, storyCount, pictureCount, warnings } = made
      for (const { line, what } of warnings) {
        warn(say(`第 ${line} 行：${what.zh}`, `Line ${line}: ${what.en}`))
      }
      print(
        say(
          `已写出 ${output}：第 ${made.number} 期，${sectionCount} 个栏目，${storyCount} 篇稿件，${pictureCount} 张图片`,
          `Wrote ${output}: number ${made.number}, ${sectionCount} sections, ${storyCount} stories, ${pictureCount} pictures`,
        ),
      )
    })
}

function detailsOf({ number, total, date, name, publisher }: Options): IssueDetails {
  return {
    ...(number === undefined ? {} : { number }),
    ...(total === undefined ? {} : { totalNumber: total }),
    ...(date === undefined ? {} : { date }),
    ...(name === undefined ? {} : { name }),
    ...(publisher === undefined ? {} : { publisher }),
  }
}

/** The day on the wall, not the one in Greenwich. */
function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
