import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { ISSUE_VERSION } from '../../engine/document/issue'
import { parseIssue } from '../../engine/document/parse-issue'
import { parseJson } from '../../engine/document/json'
import { Journal, journalFile, type JournalOwner } from './journal'
import { type BaseEntry, type BatchEntry, decodeEntries } from './journal-entry'
import { replayJournal } from './replay-journal'

const scratch = mkdtempSync(join(tmpdir(), 'banxin-journal-'))
afterAll(() => {
  rmSync(scratch, { recursive: true })
})
const freshFolder = (): string => join(mkdtempSync(join(scratch, 'case-')), 'journal')

const fixture = (name: string, version = 'v4'): ReturnType<typeof parseJson> => {
  const url = new URL(`../../tests/fixtures/packages/${version}/${name}`, import.meta.url)
  return parseJson(readFileSync(url, 'utf8'), name)
}
const base: BaseEntry = {
  kind: 'base',
  file: 'a'.repeat(64),
  fileRevision: 0,
  revision: 0,
  issue: parseIssue(fixture('issue.json'), ''),
  template: fixture('template.json'),
}
const batch = (revision: number): BatchEntry => ({
  kind: 'batch',
  revision,
  batchId: `b${String(revision)}`,
  commands: [{ type: 'setIssueDetails', changes: { number: 100 + revision } }],
})
const owner: JournalOwner = {
  place: 'a.banxin',
  isHeld: () => true,
  onStatus: () => undefined,
}

/** A journal of three batches on the disk; gives its folder. */
async function writeThree(): Promise<string> {
  const folder = freshFolder()
  const journal = new Journal(folder, base, owner)
  for (const revision of [1, 2, 3]) journal.append(batch(revision))
  await journal.close()
  return folder
}

const replay = (folder: string): ReturnType<typeof replayJournal> =>
  replayJournal(readFileSync(journalFile(folder)))

describe('a journal', () => {
  it('brings back what was written, and syncs it by itself', async () => {
    const folder = freshFolder()
    let tell = (): void => undefined
    const onStatus = (): void => {
      tell()
    }
    const journal = new Journal(folder, base, { ...owner, onStatus })
    expect(existsSync(folder)).toBe(false)
    journal.append(batch(1))
    journal.append(batch(2))
    // On the disk at once: a kill now loses nothing.
    expect(replay(folder)).toMatchObject({ revision: 2, isDamaged: false })
    await new Promise<void>((resolve) => {
      tell = () => {
        if (journal.revision === 2) resolve()
      }
    })
    expect(journal.fault).toBeNull()
    await journal.discard()
    expect(existsSync(folder)).toBe(false)
  })

  it('is read as far as it was written, wherever that was cut short', async () => {
    const folder = await writeThree()
    const bytes = readFileSync(journalFile(folder))
    const ends = [...bytes].flatMap((byte, index) => (byte === 0x0a ? [index + 1] : []))
    expect(ends).toHaveLength(4)
    const lastLines = Array.from({ length: bytes.length - (ends[0] ?? 0) }, (_, back) => back)
    for (const back of lastLines) {
      const length = bytes.length - back
      const whole = ends.filter((end) => end <= length).length
      const { revision, document, isDamaged } = replayJournal(bytes.subarray(0, length)) ?? {}
      expect(revision).toBe(whole - 1)
      expect(document?.issue.number).toBe(whole === 1 ? 12 : 99 + whole)
      expect(isDamaged).toBe(false)
    }
    expect(replayJournal(bytes.subarray(0, (ends[0] ?? 0) - 1))).toBeUndefined()
    expect(replayJournal(Buffer.alloc(0))).toBeUndefined()
  })

  it('is read when an earlier Banxin wrote it', async () => {
    const folder = freshFolder()
    const earlier = { ...base, issue: fixture('issue.json', 'v1') }
    const journal = new Journal(folder, earlier, owner)
    journal.append(batch(1))
    await journal.close()
    const { revision, document } = replay(folder) ?? {}
    expect(revision).toBe(1)
    expect(document?.issue).toMatchObject({ version: ISSUE_VERSION, number: 101 })
  })

  it('takes no line that is not its own', async () => {
    const bytes = readFileSync(journalFile(await writeThree()))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = Buffer.from(bytes)
        altered[at] = (altered[at] ?? 0) ^ change
        const { entries } = decodeEntries(altered)
        const lineOf = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length
        expect(entries).toEqual(decodeEntries(bytes).entries.slice(0, lineOf))
      }),
      { numRuns: 200 },
    )
  })

  it('says when something is lost that had been written whole', async () => {
    const folder = await writeThree()
    const lines = readFileSync(journalFile(folder), 'utf8').split('\n')
    const without = [lines[0], lines[2], lines[3], ''].join('\n')
    writeFileSync(journalFile(folder), without)
    expect(replay(folder)).toMatchObject({ revision: 0, isDamaged: true })
  })

  it('goes on from a part of a line that never came to be whole', async () => {
    const folder = await writeThree()
    appendFileSync(journalFile(folder), '0123456789abcdef {"kind":"ba')
    const { document, revision } = replay(folder) ?? {}
    expect(revision).toBe(3)
    const next = new Journal(folder, { ...base, ...document, revision: 3 }, owner)
    next.append(batch(4))
    await next.close()
    expect(replay(folder)).toMatchObject({ revision: 4, isDamaged: false })
    expect(replay(folder)?.document.issue.number).toBe(104)
  })

  it('never takes the place of that of the desk that took the document over', async () => {
    const folder = freshFolder()
    let isHeld = true
    const first = new Journal(folder, base, { ...owner, isHeld: () => isHeld })
    const late = new Journal(folder, base, { ...owner, isHeld: () => isHeld })
    first.append(batch(1))
    expect([first.isInPlace, late.isInPlace]).toEqual([true, false])
    isHeld = false
    const second = new Journal(folder, { ...base, revision: 7 }, owner)
    expect(first.isInPlace).toBe(false)
    first.append(batch(2))
    late.append(batch(1))
    await late.noteSave('b'.repeat(64), 1)
    await late.restart(() => base)
    await Promise.all([first.close(), late.close()])
    expect(replay(folder)).toMatchObject({ revision: 7, isDamaged: false })
    expect(second.isInPlace).toBe(true)
    await second.discard()
  })

  it('goes with the file before a save and with the file after it', async () => {
    const folder = freshFolder()
    const journal = new Journal(folder, base, owner)
    journal.append(batch(1))
    await journal.noteSave('b'.repeat(64), 1)
    journal.append(batch(2))
    const replayed = replay(folder)
    expect(replayed?.revision).toBe(2)
    expect(replayed?.fileRevision('a'.repeat(64))).toBe(0)
    expect(replayed?.fileRevision('b'.repeat(64))).toBe(1)
    expect(replayed?.fileRevision('c'.repeat(64))).toBeUndefined()
    await journal.close()
  })

  it('notes a save before which nothing was done, for the sake of what is done while it runs', async () => {
    const folder = freshFolder()
    const journal = new Journal(folder, base, owner)
    await journal.noteSave('b'.repeat(64), 0)
    expect(existsSync(folder)).toBe(false)
    journal.append(batch(1))
    expect(replay(folder)?.fileRevision('b'.repeat(64))).toBe(0)
    await journal.close()
  })

  it('begins anew after a save: with nothing, or with what was done meanwhile', async () => {
    const folder = freshFolder()
    const journal = new Journal(folder, base, owner)
    journal.append(batch(1))
    const saved = { ...base, file: 'b'.repeat(64), fileRevision: 1, revision: 1 }
    await journal.restart(() => saved)
    expect(existsSync(journalFile(folder))).toBe(false)
    journal.append(batch(2))
    expect(replay(folder)?.fileRevision('b'.repeat(64))).toBe(1)
    await journal.restart(() => ({ ...saved, revision: 2 }))
    const begun = replay(folder)
    expect(begun).toMatchObject({ revision: 2 })
    expect(begun?.fileRevision('b'.repeat(64))).toBe(1)
    journal.append(batch(3))
    await journal.close()
    expect(replay(folder)).toMatchObject({ revision: 3 })
    truncateSync(journalFile(folder), 0)
    expect(replay(folder)).toBeUndefined()
  })
})
