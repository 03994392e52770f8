import { join, resolve } from 'node:path'
import { app, dialog, session } from 'electron'
import * as z from 'zod'
import { version } from '../package.json'
import { createDispatcher } from '../bridge/dispatcher'
import { defaultDataFolder, openDataFolder } from '../host/desk/data-folder'
import { createFaceHandlers } from '../host/desk/face-handlers'
import { machineShelf } from '../host/desk/face-shelf'
import { productRoot } from '../host/product-root'
import { YOUNG_SPACE_FLAGS } from '../host/young-space'
import { registerScheme, serveScheme } from './app-scheme'
import { AppWindows } from './app-windows'
import { guardSession } from './guards'
import { words } from './words'

/** What a second start of the app hands to the first. */
const handedSchema = z.object({ files: z.array(z.string().min(1).max(4_096)).max(100) })

const dataFolder = defaultDataFolder(process.platform, process.env)
const files = filesIn(process.argv.slice(1))
/** Files that the system wants opened before there are windows. */
const early: string[] = []
let windows: AppWindows | undefined

app.setName('Banxin')
app.setPath('userData', join(dataFolder, 'window'))
app.setAppUserModelId('press.banxin.desk')
app.setAboutPanelOptions({ applicationName: '版心 Banxin', applicationVersion: version })
// Chromium runs as root only without its sandbox, which whoever starts it so has to say.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.commandLine.appendSwitch('js-flags', YOUNG_SPACE_FLAGS.join(' '))
registerScheme()

if (app.requestSingleInstanceLock({ files })) {
  app.on('second-instance', (_event, _words, _folder, handed) => {
    const { files: more } = handedSchema.safeParse(handed).data ?? { files: [] }
    if (more.length === 0) windows?.show()
    for (const file of more) openLater(file)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openLater(path)
  })
  app.on('activate', () => windows?.show())
  // The windows say when the app ends: not before all is on the disk.
  app.on('window-all-closed', () => undefined)
  process.on('uncaughtException', report)
  void app.whenReady().then(begin).catch(fail)
} else app.exit()

async function begin(): Promise<void> {
  const hasTools = !app.isPackaged
  guardSession(session.defaultSession, hasTools)
  const faces = createDispatcher(createFaceHandlers(machineShelf), (_channel, error) => {
    report(error)
  })
  serveScheme(join(productRoot, 'dist/desk'), faces)
  windows = new AppWindows({ version, folder: await openDataFolder(dataFolder), hasTools, report })
  await windows.begin([...files, ...early])
}

function openLater(path: string): void {
  if (windows === undefined) early.push(path)
  else void windows.open(path).catch(report)
}

/** The files that the words of a start name; switches are for Chromium. */
function filesIn(given: readonly string[]): readonly string[] {
  const named = given.filter((word) => !word.startsWith('-')).map((word) => resolve(word))
  // An app that is not packaged is itself named first.
  return app.isPackaged ? named : named.slice(1)
}

function report(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${text}\n`)
}

function fail(error: unknown): void {
  const { zh, en } = words.fault
  dialog.showErrorBox(`${zh} ${en}`, error instanceof Error ? error.message : String(error))
  app.exit(1)
}
