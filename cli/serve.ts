import { Command } from 'commander'
import { version } from '../package.json'
import type { Context } from './context'
import { reportError } from './report-error'

/** What ends a desk: Ctrl+C, the system, and a terminal that is closed. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** `banxin serve`: the desk, in the browser of this machine. */
export function createServeCommand({ language, say, print, warn }: Context): Command {
  return new Command('serve')
    .argument('[F.banxin]', say('先打开这一期', 'The issue to open first'))
    .description(
      say(
        '在浏览器里打开写字台，并给出它的地址；没有屏幕时只给出地址。\n' +
          '按 Ctrl+C 结束；没有人用了，过一刻钟自己结束。写下的不会丢。',
        'Open the desk in the browser and print its address; without a display, only that.\n' +
          'Ctrl+C ends it; a quarter of an hour after the last one left it ends by itself.\n' +
          'Nothing written is lost.',
      ),
    )
    .option('--no-open', say('只给出地址', 'Only print the address'))
    .addHelpText(
      'after',
      say('\n例：\n  banxin serve 第12期.banxin', '\nExample:\n  banxin serve issue-12.banxin'),
    )
    .action(async (path: string | undefined, { open }: { readonly open: boolean }) => {
      const { serveDesk } = await import('../host/desk/serve-desk')
      const { defaultDataFolder } = await import('../host/desk/data-folder')
      const { openBrowser } = await import('../host/desk/open-browser')
      const { writeEntrance } = await import('../host/desk/entrance')
      const dataFolder = defaultDataFolder(process.platform, process.env)
      const report = (error: unknown): undefined => {
        warn(reportError(error, language).line)
      }
      const server = await serveDesk({
        version,
        dataFolder,
        report,
        ...(path === undefined ? {} : { startFile: path }),
      })
      let isDeserted = true
      const stop = (): void => {
        isDeserted = false
        void server.stop()
      }
      for (const ending of ENDINGS) process.once(ending, stop)
      process.once('uncaughtException', (error) => {
        report(error)
        process.exitCode = 1
        stop()
      })
      print(say(`写字台：${server.address}`, `The desk: ${server.address}`))
      const entrance = open ? await writeEntrance(dataFolder, server.address).catch(report) : null
      if (entrance) {
        const isOpened = await openBrowser(entrance.url, process.platform, process.env)
        if (!isOpened) await entrance.remove()
      }
      await server.stopped
      await entrance?.remove()
      if (isDeserted)
        print(say('没有人用写字台了，已结束。', 'Nobody is at the desk: it has ended.'))
    })
}
