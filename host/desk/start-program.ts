import { spawn } from 'node:child_process'

/**
 * Starts a program of the system that goes on by itself. No shell reads its words, so that nothing
 * in a name or an address is a command.
 * @throws when there is no such program
 */
export async function startProgram([program, ...words]: readonly [
  string,
  ...string[],
]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, words, { stdio: 'ignore', detached: true })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}
