/*
 * What an Electron without an app of its own does with its words: `electron FOLDER` runs the app of
 * that folder, `-r FILE` loads a script before, `--version` tells the version.
 */
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const words = process.argv.slice(1)
if (words.includes('--version')) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
}

let folder
for (let at = 0; at < words.length && folder === undefined; at += 1) {
  if (words[at] === '-r') require(resolve(words[(at += 1)]))
  else if (!words[at].startsWith('-')) folder = resolve(words[at])
}
if (folder === undefined) {
  process.stderr.write('electron FOLDER\n')
  process.exit(2)
}

const about = require(join(folder, 'package.json'))
app.setAppPath(folder)
app.setName(about.productName ?? about.name)
app.setVersion(about.version ?? '0.0.0')
await import(pathToFileURL(join(folder, about.main)).href)
