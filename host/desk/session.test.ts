import fc from 'fast-check'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Client } from '../../bridge/client'
import { apply } from '../../engine/document/command'
import type { Asset } from '../../engine/document/asset'
import { canonicalJson } from '../../engine/document/canonical-json'
import type { Document } from '../../engine/document/document'
import { typeBatch } from '../../tests/desk/typing'
import {
  chooseFile,
  makePicture,
  makeWorkplace,
  openTestDesk,
  type TestDesk,
  writeEmptyIssue,
} from '../../tests/desk/test-desk'
import { openPackage } from '../package-file'

const textOf = ({ issue, template }: Document): string =>
  canonicalJson(issue) + canonicalJson(template)

const work = makeWorkplace()
afterAll(() => {
  work.remove()
})

interface Sitting {
  readonly test: TestDesk
  readonly documentId: string
  readonly pictures: readonly Asset[]
}

async function sitDown(name: string): Promise<Sitting> {
  const test = await openTestDesk(work)
  const { client } = test
  const fileId = await chooseFile(client, 'open-document', name)
  const { document } = await client.call('document.open', { fileId })
  const { documentId } = document
  const pictures = []
  for (const hue of [10, 120, 230]) {
    const bytes = await makePicture(hue)
    pictures.push(await client.call('asset.add', { documentId, name: `${String(hue)}.png`, bytes }))
  }
  return { test, documentId, pictures }
}

async function stateOf(
  client: Client,
  documentId: string,
): Promise<Document & { revision: number }> {
  return client.call('document.state', { documentId })
}

type Act = 'type' | 'undo' | 'save' | 'reopen'
const anyAct = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Act>('type') },
  { weight: 3, arbitrary: fc.constant<Act>('undo') },
  { weight: 1, arbitrary: fc.constant<Act>('save') },
  { weight: 1, arbitrary: fc.constant<Act>('reopen') },
)

describe('a session', () => {
  it('brings back exactly what was typed, saved or not', async () => {
    let runs = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAct, { minLength: 5, maxLength: 40 }),
        fc.nat(10_000),
        async (acts, seed) => {
          runs += 1
          const name = `run-${String(runs)}.banxin`
          const path = join(work.files, name)
          await writeEmptyIssue(path)
          let { test, documentId, pictures } = await sitDown(name)
          let expected: Document = await openPackage(path).then(({ document }) => document)
          let count = 0
          for (const act of acts) {
            const { client } = test
            const { revision: base } = await stateOf(client, documentId)
            if (act === 'type' || act === 'undo') {
              count += 1
              const commands = typeBatch(expected, count, seed, pictures)
              const batch = { documentId, base, batchId: `b${String(count)}`, commands }
              await client.call('document.apply', batch)
              const inverses = []
              for (const command of commands) {
                const { document, inverse } = apply(expected, command)
                expected = document
                inverses.unshift(inverse)
              }
              if (act === 'undo') {
                expected = inverses.reduce((made, each) => apply(made, each).document, expected)
                await client.call('document.apply', {
                  documentId,
                  base: base + 1,
                  batchId: `u${String(count)}`,
                  commands: inverses,
                })
              }
            } else if (act === 'save') {
              await client.call('document.save', { documentId })
              expect(textOf((await openPackage(path)).document)).toBe(textOf(expected))
            } else {
              await test.desk.stop()
              expect(test.faults).toEqual([])
              ;({ test, documentId, pictures } = await sitDown(name))
            }
            expect(textOf(await stateOf(test.client, documentId))).toBe(textOf(expected))
          }
          await test.client.call('document.save', { documentId })
          await test.client.call('document.close', { documentId })
          expect(textOf((await openPackage(path)).document)).toBe(textOf(expected))
          await test.desk.stop()
          expect(test.faults).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
  })
})
