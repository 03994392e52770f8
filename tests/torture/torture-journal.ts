import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Asset } from '../../engine/document/asset'
import { canonicalJson } from '../../engine/document/canonical-json'
import { apply } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import { openPackage } from '../../host/package-file'
import { checkPicture } from '../../host/picture-file'
import { createRandom } from '../desk/random'
import {
  chooseFile,
  makePicture,
  makeWorkplace,
  openTestDesk,
  type Workplace,
  writeEmptyIssue,
} from '../desk/test-desk'
import { typeBatch } from '../desk/typing'
import { fileNames, hues } from './workplace'

/** What came of one kill. */
export interface Kill {
  /** Whether the document was open by then. */
  readonly wasOpen: boolean
  /** How many batches the typist was told were made. */
  readonly acknowledged: number
  /** How many the desk that was opened next brought back. */
  readonly recovered: number
}

/** Over how many kills a day goes on before another begins with an empty issue. */
const KILLS_A_DAY = 10
/** Most kills come while somebody types, the others anywhere, the opening included. */
const TYPING_SHARE = 0.8
const LONGEST_TYPING_MS = 900
const LONGEST_MS = 1_500

/** When to kill: so long after the typist was started, or began to type. */
interface Moment {
  readonly after: 'start' | 'open'
  readonly delayMs: number
}

/**
 * Kills a desk at random moments while somebody types and saves, `program` being the built typist,
 * and opens it again after each. Throws when a file is not whole, when a batch is missing that was
 * answered for, or when what comes back is anything but what was typed.
 */
export async function tortureJournal(
  program: string,
  kills: number,
  seed: number,
  onKill: (kill: Kill) => void,
): Promise<void> {
  const random = createRandom(seed)
  for (let done = 0; done < kills;) {
    const work = makeWorkplace()
    try {
      await writeEmptyIssue(join(work.files, fileNames[0]))
      const day = await beginDay(work, seed + done)
      for (let nth = 0; nth < KILLS_A_DAY && done < kills; nth += 1, done += 1) {
        const after = random() < TYPING_SHARE ? 'open' : 'start'
        const longestMs = after === 'open' ? LONGEST_TYPING_MS : LONGEST_MS
        onKill(await day.kill(program, { after, delayMs: random() * longestMs }))
      }
    } finally {
      work.remove()
    }
  }
}

async function beginDay(work: Workplace, seed: number) {
  const pictures = await Promise.all(hues.map(makeAsset))
  const states = [(await openPackage(join(work.files, fileNames[0]))).document]
  /** The document after so many batches: nothing else may ever come back. */
  const stateAfter = (count: number): Document => {
    for (let known = states.length - 1; known < count; known += 1) {
      const before = states[known]
      if (before === undefined) throw new RangeError('A state is missing')
      const commands = typeBatch(before, known + 1, seed, pictures)
      states.push(commands.reduce((made, each) => apply(made, each).document, before))
    }
    const state = states[count]
    if (state === undefined) throw new RangeError('A state is missing')
    return state
  }
  let name: string = fileNames[0]
  let least = 0
  let sitting = seed

  return {
    kill: async (program: string, moment: Moment): Promise<Kill> => {
      sitting += 1
      const words = [work.files.slice(0, -'/files'.length), name, String(seed), String(sitting)]
      const { acknowledged, wasOpen } = await runUntilKilled(program, words, moment)
      least = Math.max(least, acknowledged)
      await checkFiles(work)
      const found = await reopenAll(work, stateAfter)
      const best = found.reduce((a, b) => (b.count > a.count ? b : a))
      if (best.count < least) {
        throw new Error(
          `${String(least)} batches were answered for, ${String(best.count)} came back`,
        )
      }
      name = best.name
      least = best.count
      return { wasOpen, acknowledged, recovered: best.count }
    },
  }
}

async function runUntilKilled(
  program: string,
  words: readonly string[],
  { after, delayMs }: Moment,
): Promise<{ acknowledged: number; wasOpen: boolean }> {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let acknowledged = 0
  let wasOpen = false
  let complaint = ''
  createInterface(child.stdout).on('line', (line) => {
    const [what, count] = line.split(' ')
    if (what === 'open') {
      wasOpen = true
      if (after === 'open') setTimeout(() => child.kill('SIGKILL'), delayMs)
    }
    if (what === 'typed') acknowledged = Number(count)
  })
  child.stderr.on('data', (text: Buffer) => {
    complaint += text.toString()
  })
  if (after === 'start') setTimeout(() => child.kill('SIGKILL'), delayMs)
  const signal = await new Promise((resolve) => {
    child.on('close', (_code, by) => {
      resolve(by)
    })
  })
  if (signal !== 'SIGKILL') throw new Error(`The typist ended by itself: ${complaint}`)
  return { acknowledged, wasOpen }
}

/** Every file under its own name is a whole package at any moment, and so is its backup. */
async function checkFiles({ files }: Workplace): Promise<void> {
  for (const entry of readdirSync(files)) {
    if (!entry.startsWith('.')) await openPackage(join(files, entry))
  }
}

/** Opens both files as a person would, and what was kept apart; each holds a state that there was. */
async function reopenAll(
  work: Workplace,
  stateAfter: (count: number) => Document,
): Promise<{ name: string; count: number }[]> {
  const { desk, client, faults } = await openTestDesk(work)
  const reopen = async (name: string, fileId: string) => {
    const { document } = await client.call('document.open', { fileId })
    const { documentId, readOnly, issue, template } = document
    if (readOnly !== null) throw new Error(`${name} is locked by a desk that is dead`)
    const count = issue.totalNumber ?? 0
    const expected = stateAfter(count)
    if (canonicalJson(issue) !== canonicalJson(expected.issue)) {
      throw new Error(`${name} is not what was typed`)
    }
    if (canonicalJson(template) !== canonicalJson(expected.template)) {
      throw new Error(`${name} has another template`)
    }
    for (const assetId of Object.keys(issue.assets)) {
      await client.call('asset.read', { documentId, assetId })
    }
    return { documentId, count }
  }
  const found = []
  for (const name of fileNames) {
    if (!existsSync(join(work.files, name))) continue
    const fileId = await chooseFile(client, 'open-document', name)
    found.push({ name, count: (await reopen(name, fileId)).count })
  }
  // Work that one file had before the document moved back over it.
  for (const { name, fileId } of (await client.call('document.recent', {})).drafts) {
    const { documentId } = await reopen(name, fileId)
    await client.call('document.close', { documentId, discard: true })
  }
  await desk.stop()
  if (faults.length > 0) throw new Error(`The desk has a fault: ${String(faults[0])}`)
  return found
}

async function makeAsset(hue: number): Promise<Asset> {
  const name = `${String(hue)}.png`
  const { id, mediaType, width, height } = await checkPicture(await makePicture(hue), name, name)
  return { id, name, mediaType, width, height }
}
