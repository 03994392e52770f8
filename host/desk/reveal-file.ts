import { dirname } from 'node:path'
import { deskError } from './desk-error'
import { startProgram } from './start-program'

/**
 * Shows a file in the file manager of the system.
 * @throws {BanxinError} `reveal-failed` where there is none.
 */
export async function revealFile(path: string): Promise<void> {
  await startProgram(commandFor(process.platform, path)).catch(() => {
    throw deskError('reveal-failed')
  })
}

function commandFor(platform: NodeJS.Platform, path: string): [string, ...string[]] {
  if (platform === 'darwin') return ['open', '-R', path]
  if (platform === 'win32') return ['explorer.exe', `/select,${path}`]
  return ['xdg-open', dirname(path)]
}
