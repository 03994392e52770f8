import { Command, Option } from 'commander'
import type { Context } from './context'
import type { LinesOptions } from './compose-lines'
import {
  parseLastLine,
  parseLetterFit,
  parseNumbers,
  parseSize,
  parseTypedLength,
} from './parse-values'

/** `banxin lines`: composed lines of a text, one an output line, to try composition with. */
export function createLinesCommand({ say, print }: Context): Command {
  const length = say('长度', 'length')
  return new Command('lines')
    .argument(
      `<${say('文本', 'text')}>`,
      say('UTF-8 文本文件，一行一段，空行不算', 'UTF-8 text file, one paragraph a line'),
    )
    .description(
      say(
        '把文本排成行，一行输出一行。\n段首缩进只占版面，不写成空格；一段的各行首尾相接就是原文。',
        'Compose a text into lines, one per output line.\n' +
          'The indent takes its room but is not printed: the lines of a paragraph, joined, are its text.',
      ),
    )
    .requiredOption(
      `--measure <${length}>`,
      say('行长，如 21em、160mm', 'Measure, as in 21em, 160mm'),
      parseTypedLength,
    )
    .addOption(
      new Option(
        `--size <${length}>`,
        say('字号，如 10.5pt、五号', 'Type size, as in 10.5pt, 五号'),
      )
        .argParser(parseSize)
        .default(10_500, '10.5pt'),
    )
    .addOption(
      new Option(`--indent <${length}>`, say('段首缩进', 'First-line indent'))
        .argParser(parseTypedLength)
        .default({ milliEm: 2000 }, '2em'),
    )
    .addOption(
      new Option('--face <face>', say('宋体、黑体或楷体', 'Song, Hei or Kai'))
        .choices(['song', 'hei', 'kai'])
        .default('song'),
    )
    .addOption(
      new Option('--rules <level>', say('避头尾的级别', 'Level of line-edge prohibition'))
        .choices(['none', 'basic', 'gb', 'strict'])
        .default('basic'),
    )
    .addOption(
      new Option(
        '--lines <how>',
        say(
          '整段一起选行（total-fit），行数最少的前提下整段一起选行（fewest），还是逐行尽量排满（nearest）',
          'Lines of a paragraph chosen all together, together in as few lines as can be, or each filled as far as it goes',
        ),
      )
        .choices(['total-fit', 'fewest', 'nearest'])
        .default('total-fit'),
    )
    .addOption(
      new Option(
        `--last-line <${say('字数', 'characters')}>`,
        say('末行至少几个汉字', 'Han that a last line has at least'),
      )
        .argParser(parseLastLine)
        .default(2),
    )
    .addOption(
      new Option(
        '--marks <width>',
        say(
          '标点宽度：全角（full）、半角（half）、开明（kaiming）',
          'How wide marks are: an em, half an em, or an em for 。？！ alone',
        ),
      )
        .choices(['full', 'half', 'kaiming'])
        .default('full'),
    )
    .option(
      '--hangs',
      say('行末的、，。可以挂到版口外', 'One of 、，。 at a line’s end hangs beyond the measure'),
      false,
    )
    .option(
      '--trim-line-start',
      say('行首的开引号、开括号不留空白', 'An opening mark at a line’s start loses its blank'),
      false,
    )
    .option(
      '--wide-stops',
      say('行内的。？！不挤', 'Stops within a line keep their full width'),
      false,
    )
    .option(
      '--hyphenate',
      say(
        '英文单词可在行末断开；版面上的连字符不写出来',
        'English words may be divided at a line’s end; the hyphen is not printed here',
      ),
      false,
    )
    .addOption(
      new Option(
        `--letter-fit <${say('百分比', 'percent')}>`,
        say(
          '词内字母间距可增减的量，按 em 的百分比，如 2',
          'How far letters of a word may be fitted, in percent of an em, as in 2',
        ),
      )
        .argParser(parseLetterFit)
        .default(0, '0'),
    )
    .addOption(
      new Option(
        `--run-over <${say('段', 'paragraphs')}>`,
        say('多占一行的段落，如 3,5', 'Paragraphs that take a line more, as in 3,5'),
      )
        .argParser(parseNumbers)
        .default(new Set<number>(), ''),
    )
    .addHelpText(
      'after',
      say(
        '\n例：\n  banxin lines 稿件.txt --measure 21em --rules gb',
        '\nExample:\n  banxin lines story.txt --measure 21em --rules gb',
      ),
    )
    .action(async (path: string, options: LinesOptions) => {
      const { composeLines } = await import('./compose-lines')
      const lines = await composeLines(path, options)
      if (lines.length > 0) print(lines.join('\n'))
    })
}
