import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient, type TransportListener } from '../../bridge/client'
import { openNewIssue } from '../../tests/desk/open-issue'
import { createRandom } from '../../tests/desk/random'
import {
  makeWorkplace,
  openTestDesk,
  type TestDesk,
  type Workplace,
} from '../../tests/desk/test-desk'
import { openDocument } from './open-document'

let work: Workplace
let host: TestDesk
let documentId = ''

beforeEach(async () => {
  work = makeWorkplace()
  host = await openTestDesk(work)
  documentId = (await openNewIssue(host.client, work, 'a.banxin')).documentId
})
afterEach(async () => {
  await host.desk.stop()
  expect(host.faults).toEqual([])
  work.remove()
})

const readHost = () => host.client.call('document.state', { documentId })

/** A desk on the document, over a line that is as slow as `delay` says and can be cut. */
async function openAt(delay: () => number) {
  let isCut = false
  let loseReplies = false
  let listener: TransportListener | undefined
  const client = createClient({
    call: async (channel, input) => {
      await wait(delay())
      if (isCut) throw new TypeError('fetch failed')
      const reply = await host.desk.dispatch(channel, input)
      await wait(delay())
      if (loseReplies && channel === 'document.apply') throw new TypeError('fetch failed')
      return reply
    },
    listen: (given) => {
      listener = given
      // Events come in their order, whatever each takes.
      let line: Promise<unknown> = Promise.resolve()
      return host.desk.subscribe((name, payload) => {
        line = line.then(async () => {
          await wait(delay())
          if (!isCut) given.event(name, payload)
        })
      })
    },
  })
  const troubles: unknown[] = []
  const open = openDocument(client, await readHost(), (error) => troubles.push(error))
  return {
    open,
    troubles,
    addSection: (id: string) => {
      const section = { id, style: 'lead', title: id, stories: [] }
      open.execute([{ type: 'addSection', section, index: 0 }])
    },
    cut: (isOff: boolean) => {
      isCut = isOff
      listener?.connection(!isOff)
    },
    loseReplies: (isOn: boolean) => {
      loseReplies = isOn
    },
  }
}

type OpenedDesk = Awaited<ReturnType<typeof openAt>>

/** Adds a story of a few paragraphs. */
async function writeStory({ open, addSection }: OpenedDesk, texts: readonly string[]) {
  addSection('own')
  const content = texts.map((text, at) => ({
    type: 'paragraph' as const,
    attrs: { id: `p${String(at)}` },
    content: [{ type: 'text' as const, text }],
  }))
  const body = { type: 'doc' as const, content }
  const story = { id: 'story', headline: '两个人写', body, status: 'draft' as const }
  open.execute([{ type: 'addStory', story, sectionId: 'own', index: 0 }])
  await open.settle()
}

const paragraphsOf = ({ open }: OpenedDesk): readonly string[] =>
  (open.content.value.issue.records.stories['story']?.body.content ?? []).map(({ content }) =>
    (content ?? []).map(({ text }) => text ?? '').join(''),
  )

/** Types at the end of a paragraph, as it is on that desk. */
function typeInto(desk: OpenedDesk, paragraph: number, text: string): void {
  const lengths = paragraphsOf(desk).map((each) => each.length)
  const before = lengths.slice(0, paragraph).reduce((sum, length) => sum + length + 2, 0)
  const at = before + 1 + (lengths[paragraph] ?? 0)
  const slice = { content: [{ type: 'text', text }] }
  const steps = [{ stepType: 'replace', from: at, to: at, slice }]
  desk.open.execute([{ type: 'editStory', id: 'story', steps }], { storyId: 'story' })
}

const untilAlike = async (...desks: readonly OpenedDesk[]): Promise<void> => {
  for (const { open } of desks) await open.settle()
  const { issue, revision } = await readHost()
  for (const { open } of desks) {
    await expect.poll(() => open.content.value.issue).toEqual(issue)
    await expect.poll(() => open.status.value.journaledRevision).toBe(revision)
    expect(open.isSettled.value).toBe(true)
  }
}

describe('two desks on one document', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'lose nothing of what both do at the same time (seed %i)',
    async (seed) => {
      const random = createRandom(seed)
      const delay = (): number => random() * 6
      const desks = [await openAt(delay), await openAt(delay)]
      const names: string[] = []
      for (let nth = 0; nth < 40; nth += 1) {
        const which = random() < 0.5 ? 0 : 1
        const name = `s${String(nth)}`
        names.push(name)
        desks[which]?.addSection(name)
        await wait(delay())
      }
      await untilAlike(...desks)
      const { sections } = (await readHost()).issue
      expect([...sections].sort()).toEqual([...names].sort())
      expect(desks.flatMap(({ troubles }) => troubles)).toEqual([])
    },
  )

  it.each([1, 2, 3, 4])(
    'keep each word whole where both write at the same time (seed %i)',
    async (seed) => {
      const random = createRandom(seed)
      const delay = (): number => random() * 20
      const desks = [await openAt(delay), await openAt(delay)] as const
      await writeStory(desks[0], ['甲', '乙'])
      await untilAlike(...desks)
      const words = ['子丑寅卯辰巳午未申酉戌亥', '一二三四五六七八九十百千']
      const type = async (which: 0 | 1): Promise<void> => {
        for (const letter of words[which] ?? '') {
          typeInto(desks[which], which, letter)
          await wait(random() * 12)
        }
      }
      await Promise.all([type(0), type(1)])
      await untilAlike(...desks)
      expect(paragraphsOf(desks[0])).toEqual(
        words.map((word, at) => `${at === 0 ? '甲' : '乙'}${word}`),
      )
      expect(desks.flatMap(({ troubles }) => troubles)).toEqual([])
    },
  )

  it('still know how to undo what another desk has not touched', async () => {
    const [here, there] = [await openAt(() => 0), await openAt(() => 0)]
    await writeStory(here, ['甲'])
    await untilAlike(here, there)
    typeInto(here, 0, '子')
    await untilAlike(here, there)
    there.open.execute([{ type: 'setIssueDetails', changes: { number: 9 } }])
    await untilAlike(there, here)
    here.open.undo()
    await untilAlike(there, here)
    expect(paragraphsOf(there)).toEqual(['甲'])
    expect((await readHost()).issue.number).toBe(9)
  })

  it('forget how to undo what another desk has built upon', async () => {
    const [here, there] = [await openAt(() => 0), await openAt(() => 0)]
    here.addSection('a')
    await untilAlike(here, there)
    expect(here.open.canUndo.value).toBe(true)
    there.addSection('b')
    await untilAlike(there, here)
    expect(here.open.canUndo.value).toBe(false)
    expect(there.open.canUndo.value).toBe(true)
  })
})

describe('a desk that is cut off from its host', () => {
  it('sends what was done meanwhile once it is back', async () => {
    const desk = await openAt(() => 0)
    desk.cut(true)
    desk.addSection('a')
    desk.addSection('b')
    await wait(50)
    expect(desk.open.isSettled.value).toBe(false)
    expect((await readHost()).issue.sections).toEqual([])
    desk.cut(false)
    await untilAlike(desk)
    expect((await readHost()).issue.sections).toEqual(['b', 'a'])
  })

  it('makes a batch once whose answer was lost', async () => {
    const desk = await openAt(() => 0)
    desk.loseReplies(true)
    desk.addSection('a')
    await wait(50)
    desk.loseReplies(false)
    await untilAlike(desk)
    expect((await readHost()).issue.sections).toEqual(['a'])
    expect(desk.troubles).toEqual([])
  })

  it('takes in what another desk did meanwhile', async () => {
    const [here, there] = [await openAt(() => 0), await openAt(() => 0)]
    here.cut(true)
    there.addSection('a')
    await untilAlike(there)
    expect(here.open.content.value.issue.sections).toEqual([])
    here.cut(false)
    await untilAlike(here, there)
  })
})

describe('a host that refuses something', () => {
  it('is sent the rest of what waited with it', async () => {
    const desk = await openAt(() => 10)
    desk.addSection('a')
    desk.addSection('b')
    // The desk allows a picture that the host has never been given; the host does not.
    const asset = { id: 'f'.repeat(64), mediaType: 'image/png', width: 8, height: 8 } as const
    desk.open.execute([{ type: 'addAsset', asset: { ...asset, name: 'x.png' } }])
    desk.addSection('c')
    await untilAlike(desk)
    const { sections, assets } = (await readHost()).issue
    expect(sections).toEqual(['c', 'b', 'a'])
    expect(assets).toEqual({})
    expect(desk.troubles).toContainEqual(expect.objectContaining({ code: 'asset-unknown' }))
  })

  it('is sent a whole sentence at once when it was slow to answer', async () => {
    const desk = await openAt(() => 40)
    for (let nth = 0; nth < 30; nth += 1) desk.addSection(`s${String(nth)}`)
    await untilAlike(desk)
    expect((await readHost()).revision).toBeLessThan(4)
  })
})

describe('the status of a document', () => {
  it('never says that the disk has what only the host has', async () => {
    const desk = await openAt(() => 0)
    desk.addSection('a')
    await desk.open.settle()
    const { revision, savedRevision } = desk.open.status.value
    expect(revision).toBe(1)
    expect(savedRevision).toBe(0)
  })

  it('of one that can only be read keeps it as it is', async () => {
    const other = await openTestDesk({ ...work, data: `${work.data}-2` })
    const { client } = other
    const { folders } = await client.call('folder.list', { purpose: 'open-document' })
    const { fileId } = await client.call('folder.place', {
      folderId: folders[0]?.folderId ?? '',
      purpose: 'open-document',
      name: 'a.banxin',
    })
    const { document } = await client.call('document.open', { fileId })
    const open = openDocument(client, document, (error) => {
      throw error
    })
    const section = { id: 'a', style: 'lead', title: '要闻', stories: [] }
    expect(() => {
      open.execute([{ type: 'addSection', section, index: 0 }])
    }).toThrow(expect.objectContaining({ code: 'document-locked' }) as Error)
    expect(open.content.value.issue.sections).toEqual([])
    expect(open.canUndo.value).toBe(false)
    await other.desk.stop()
  })
})
