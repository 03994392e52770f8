import { describe, expect, it } from 'vitest'
import { startManager } from './reveal-file'

const node = (script: string, saysFailure: boolean) => {
  return { program: process.execPath, words: ['-e', script], saysFailure }
}

describe('a file manager', () => {
  it('is let be once it runs', async () => {
    await expect(startManager(node('setTimeout(() => {}, 5000)', true))).resolves.toBeUndefined()
    await expect(startManager(node('', true))).resolves.toBeUndefined()
  })

  it('that is not there or gives up is told of', async () => {
    const absent = { program: '/nowhere/file-manager', words: [], saysFailure: true }
    await expect(startManager(absent)).rejects.toMatchObject({ code: 'reveal-failed' })
    await expect(startManager(node('process.exit(3)', true))).rejects.toMatchObject({
      code: 'reveal-failed',
    })
  })

  it('whose exit code says nothing is believed', async () => {
    await expect(startManager(node('process.exit(1)', false))).resolves.toBeUndefined()
  })
})
