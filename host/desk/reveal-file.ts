import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { deskError } from './desk-error'

/** A program that has not given up by then is taken to show the folder. */
const GIVES_UP_WITHIN_MS = 2_000

/** What shows a file, and whether it says by its exit code that it could not. */
export interface FileManager {
  readonly program: string
  readonly words: readonly string[]
  readonly saysFailure: boolean
}

/**
 * Shows a file in the file manager of the system.
 * @throws {BanxinError} `reveal-failed` where there is none, or it cannot be started.
 */
export async function revealFile(path: string): Promise<void> {
  await startManager(managerFor(process.platform, path))
}

/**
 * Starts a file manager and lets it be.
 * @throws {BanxinError} `reveal-failed`
 */
export async function startManager({ program, words, saysFailure }: FileManager): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (): void => {
      reject(deskError('reveal-failed'))
    }
    const child = spawn(program, words, { stdio: 'ignore', detached: true })
    child.once('error', fail)
    child.once('exit', (code) => {
      if (saysFailure && code !== 0) fail()
      else resolve()
    })
    child.once('spawn', () => {
      child.unref()
      setTimeout(resolve, saysFailure ? GIVES_UP_WITHIN_MS : 0).unref()
    })
  })
}

/** No shell reads the path, so that nothing in a name is a command. */
function managerFor(platform: NodeJS.Platform, path: string): FileManager {
  if (platform === 'darwin') return { program: 'open', words: ['-R', path], saysFailure: true }
  // Explorer exits with 1 whatever it did.
  if (platform === 'win32') {
    return { program: 'explorer.exe', words: [`/select,${path}`], saysFailure: false }
  }
  return { program: 'xdg-open', words: [dirname(path)], saysFailure: true }
}
