import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { deskError } from './desk-error'

/**
 * Shows a file in the file manager of the system.
 * @throws {BanxinError} `reveal-failed` where there is none.
 */
export async function revealFile(path: string): Promise<void> {
  const [program, ...words] = commandFor(process.platform, path)
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, words, { stdio: 'ignore', detached: true })
    child.once('error', () => {
      reject(deskError('reveal-failed'))
    })
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}

/** No shell reads the path, so that nothing in a name is a command. */
function commandFor(platform: NodeJS.Platform, path: string): [string, ...string[]] {
  if (platform === 'darwin') return ['open', '-R', path]
  if (platform === 'win32') return ['explorer.exe', `/select,${path}`]
  return ['xdg-open', dirname(path)]
}
