import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createProgress } from './progress'

/** Runs a job of three sentences at given milliseconds; gives what was written. */
function tellAt(isTTY: boolean, times: readonly number[]): string {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY })
  let now = 0
  const progress = createProgress(stream, () => now)
  for (const time of times) {
    now = time
    progress.tell(`at ${time}`, true)
    progress.tell(`at ${time}`, true)
    progress.tell('passing', false)
  }
  progress.clear()
  return String(stream.read() ?? '')
}

describe('createProgress', () => {
  it('says nothing of work under a second', () => {
    expect(tellAt(false, [0, 400, 999])).toBe('')
    expect(tellAt(true, [0, 400, 999])).toBe('')
  })

  it('gives a file the lasting sentences, each once', () => {
    expect(tellAt(false, [0, 1000, 2000])).toBe('at 1000\nat 2000\n')
  })

  it('writes over one line of a terminal, and leaves it empty', () => {
    expect(tellAt(true, [0, 1000, 2000])).toBe(
      '\r\u001b[2Kat 1000\r\u001b[2Kpassing\r\u001b[2Kat 2000\r\u001b[2Kpassing\r\u001b[2K',
    )
  })
})
