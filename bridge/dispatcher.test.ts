import { describe, expect, it } from 'vitest'
import { BanxinError } from '../engine/document/message'
import { contract } from './contract'
import { createDispatcher, type Handlers } from './dispatcher'
import { failureSchema } from './failure'

const explanation = {
  what: { zh: '坏', en: 'bad' },
  where: 'x'.repeat(5_000),
  mend: { zh: '修', en: 'mend' },
}
const documentId = 'A'.repeat(22)

/** Handlers that answer as they are told; any other of them is a fault. */
function setUp(given: Partial<Handlers>) {
  const faults: unknown[] = []
  const others = Object.keys(contract).map((name) => [
    name,
    () => {
      throw new TypeError(`${name} was called`)
    },
  ])
  const handlers = { ...Object.fromEntries(others), ...given } as Handlers
  const dispatch = createDispatcher(handlers, (channel, error) => faults.push([channel, error]))
  return { dispatch, faults }
}

describe('the dispatcher', () => {
  it('calls the handler of a channel with what the contract lets through', async () => {
    const { dispatch, faults } = setUp({ 'document.close': () => ({}) })
    const reply = await dispatch('document.close', { documentId })
    expect(reply).toEqual({ ok: true, value: {} })
    expect(faults).toEqual([])
  })

  it.each(['', 'toString', '__proto__', 'constructor', 'hasOwnProperty', 'document', 'DESK.STATE'])(
    'has no channel %j',
    async (channel) => {
      const { dispatch, faults } = setUp({})
      expect(await dispatch(channel, {})).toMatchObject({
        ok: false,
        failure: { code: 'channel-unknown' },
      })
      expect(faults).toEqual([])
    },
  )

  it('knows no channel that it has no handler for', async () => {
    const dispatch = createDispatcher({ 'document.close': () => ({}) }, () => undefined)
    expect(await dispatch('document.close', { documentId })).toMatchObject({ ok: true })
    expect(await dispatch('document.state', { documentId })).toMatchObject({
      ok: false,
      failure: { code: 'channel-unknown' },
    })
  })

  it('hands on what a handler throws for a person, in a length that can be shown', async () => {
    const { dispatch, faults } = setUp({
      'document.close': () => {
        throw new BanxinError('document-unsaved', explanation)
      },
    })
    const reply = await dispatch('document.close', { documentId })
    expect(reply).toMatchObject({ ok: false, failure: { code: 'document-unsaved' } })
    if (!reply.ok) expect(failureSchema.safeParse(reply.failure).success).toBe(true)
    expect(faults).toEqual([])
  })

  it('keeps faults of the program to itself, and reports them', async () => {
    const secret = new TypeError('/home/someone/secret')
    const { dispatch, faults } = setUp({ 'document.close': () => Promise.reject(secret) })
    const reply = await dispatch('document.close', { documentId })
    expect(reply).toMatchObject({ ok: false, failure: { code: 'internal-fault' } })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(faults).toEqual([['document.close', secret]])
  })

  it('lets nothing out that the contract does not name', async () => {
    const leaky = { jobId: documentId, path: '/home/someone' }
    const { dispatch, faults } = setUp({ 'export.start': () => leaky })
    const reply = await dispatch('export.start', {
      documentId,
      fileId: documentId,
      preset: 'press',
      marks: true,
    })
    expect(reply).toMatchObject({ ok: false, failure: { code: 'internal-fault' } })
    expect(faults).toHaveLength(1)
  })
})
