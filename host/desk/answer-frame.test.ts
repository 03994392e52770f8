import { describe, expect, it } from 'vitest'
import { contract, type Channel } from '../../bridge/contract'
import { decodeMessage, encodeMessage } from '../../bridge/message-frame'
import { answerFrame, mostFrameBytes } from './answer-frame'

const said: [string, unknown][] = []
const dispatch = (channel: string, message: unknown) => {
  said.push([channel, message])
  return Promise.resolve({ ok: true as const, value: { heard: channel } })
}
const codeOf = async (channel: unknown, frame: unknown): Promise<unknown> => {
  const reply = await answerFrame(dispatch, channel, frame)
  expect(reply.ok).toBe(false)
  return (decodeMessage(reply.frame, 'test') as { readonly code: unknown }).code
}

describe('a call that comes as a frame', () => {
  it('is answered with a frame', async () => {
    const { ok, frame } = await answerFrame(dispatch, 'desk.state', encodeMessage({ a: 1 }))
    expect(ok).toBe(true)
    expect(decodeMessage(frame, 'test')).toEqual({ heard: 'desk.state' })
    expect(said.at(-1)).toEqual(['desk.state', { a: 1 }])
  })

  it.each([undefined, null, 7, {}, [], 'x'.repeat(65)])(
    'goes to no channel %j',
    async (channel) => {
      expect(await codeOf(channel, encodeMessage({}))).toBe('frame-wrong')
    },
  )

  it.each([undefined, null, 'text', {}, [0, 0, 0, 2, 123, 125], new ArrayBuffer(6)])(
    'is no frame: %j',
    async (frame) => {
      expect(await codeOf('desk.state', frame)).toBe('frame-wrong')
    },
  )

  it('is refused when it is damaged or longer than its channel allows', async () => {
    const before = said.length
    expect(await codeOf('desk.state', new Uint8Array(3))).toBe('message-broken')
    expect(await codeOf('desk.state', new Uint8Array([0, 0, 0, 9, 123, 125]))).toBe(
      'message-broken',
    )
    for (const channel of [...Object.keys(contract), 'none'] as Channel[]) {
      const most = mostFrameBytes(channel)
      if (most > 10_000_000) continue
      expect(await codeOf(channel, new Uint8Array(most + 1)), channel).toBe('frame-wrong')
    }
    expect(said.length).toBe(before)
  })
})
