import { createHash } from 'node:crypto'
import { Command } from 'commander'
import type { Context } from './context'
import { nameStep } from './step-name'

/** `banxin compose`: the composed pages themselves, and a hash to compare them by. */
export function createComposeCommand({ say, progress, print }: Context): Command {
  return new Command('compose')
    .argument('<F.banxin>', say('一期的文件', 'The issue'))
    .description(
      say(
        '把一期排成页面，给出页数和页面的 SHA-256。\n哈希算自 pages 的 JSON 文本（无空格）。',
        'Compose an issue and give its pages and their SHA-256.\n' +
          'The hash is that of the JSON of pages, without spaces.',
      ),
    )
    .option('--json', say('输出全部页面', 'Print the whole pages as JSON'))
    .addHelpText(
      'after',
      say(
        '\n例：\n  banxin compose 第12期.banxin --json > pages.json',
        '\nExample:\n  banxin compose issue-12.banxin --json > pages.json',
      ),
    )
    .action(async (path: string, { json }: { json?: true }) => {
      const { composeFile } = await import('../host/compose-file')
      const { composition } = await composeFile(path, (part) => {
        progress.tell(nameStep({ part }, say), false)
      })
      const { pages, bookmarks } = composition
      const text = JSON.stringify(pages)
      const sha256 = createHash('sha256').update(text).digest('hex')
      if (json) {
        print(`{"sha256":"${sha256}","pages":${text},"bookmarks":${JSON.stringify(bookmarks)}}`)
        return
      }
      print(
        say(`${pages.length} 页，SHA-256 ${sha256}`, `${pages.length} pages, SHA-256 ${sha256}`),
      )
      for (const { folio, parent, items } of pages) {
        print(
          say(
            `第 ${folio} 页：${parent}，${items.length} 项`,
            `Page ${folio}: ${parent}, ${items.length} items`,
          ),
        )
      }
    })
}
