import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import type { Transport } from './client'
import { createPortTransport, type Port, servePort } from './port-transport'

const channels: MessageChannel[] = []
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close()
})

const toPort = (port: MessageChannel['port1']): Port => ({
  post: (message) => {
    port.postMessage(message)
  },
  hear: (listener) => port.on('message', listener),
})

function connect(call: Transport['call']): Pick<Transport, 'call'> {
  const channel = new MessageChannel()
  channels.push(channel)
  servePort(toPort(channel.port1), { call })
  return createPortTransport(toPort(channel.port2))
}

describe('calls over a port', () => {
  it('are answered each with its own, whatever comes first', async () => {
    const { call } = connect(async (channel, input) => {
      await new Promise((resolve) => setTimeout(resolve, channel === 'slow' ? 30 : 0))
      return { ok: true, value: { channel, input } }
    })
    const answers = await Promise.all([call('slow', { a: 1 }), call('fast', { b: 2 })])
    expect(answers).toEqual([
      { ok: true, value: { channel: 'slow', input: { a: 1 } } },
      { ok: true, value: { channel: 'fast', input: { b: 2 } } },
    ])
  })

  it('bring bytes without what lies around them', async () => {
    const whole = new Uint8Array([1, 2, 3, 4, 5, 6])
    const { call } = connect(() =>
      Promise.resolve({ ok: true, value: { bytes: whole.subarray(2, 4) } }),
    )
    const reply = await call('read', {})
    const { bytes } = (reply.ok ? reply.value : {}) as { readonly bytes: Uint8Array }
    expect([...bytes]).toEqual([3, 4])
    expect(bytes.buffer.byteLength).toBe(2)
  })

  it('bring failures as failures, and reject where there is no host', async () => {
    const what = { zh: '坏', en: 'bad' }
    const failure = { code: 'bad', explanation: { what, where: '', mend: what } }
    const { call } = connect((channel) =>
      channel === 'gone'
        ? Promise.reject(new Error('gone'))
        : Promise.resolve({ ok: false, failure }),
    )
    expect(await call('bad', {})).toEqual({ ok: false, failure })
    await expect(call('gone', {})).rejects.toThrow(TypeError)
  })
})
