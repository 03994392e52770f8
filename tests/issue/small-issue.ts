import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { newIssue } from '../../host/new-issue'

/** The entries of a package, by name. */
export type Entries = Readonly<Record<string, Uint8Array>>

export const headline = '新堤上的第一个早晨'
const paragraph = '清晨五点半，巡堤员老郑从东头走到西头，一共三千二百步。他说，这条路他走了二十年。'
const manuscript = `# 要闻\n\n## ${headline}\n\n${paragraph}\n\n![堤上](dike.jpg)\n\n${paragraph}\n`

/** Writes a manuscript of one story, `story.md`, and its photo, `dike.jpg`, into a folder. */
export async function writeManuscript(folder: string): Promise<void> {
  const create = { width: 900, height: 600, channels: 3, background: '#7a90a8' } as const
  writeFileSync(join(folder, 'dike.jpg'), await sharp({ create }).jpeg().toBuffer())
  writeFileSync(join(folder, 'story.md'), manuscript)
}

/** Makes a small sound issue, `sound.banxin`, in a folder; gives its bytes. */
export async function makeSmallIssue(folder: string): Promise<Uint8Array> {
  await writeManuscript(folder)
  const output = join(folder, 'sound.banxin')
  const given = { number: 7, date: '2025-05-06' }
  await newIssue({
    template: 'weekly',
    manuscript: join(folder, 'story.md'),
    output,
    given,
    today: '2025-01-01',
  })
  return readFileSync(output)
}

/** A package with other entries. */
export function repack(bytes: Uint8Array, change: (entries: Entries) => Entries): Uint8Array {
  return zipSync(change(unzipSync(bytes)))
}

/** Entries with the text of one of them changed. */
export function editText(entries: Entries, name: string, edit: (text: string) => string): Entries {
  const text = new TextDecoder().decode(entries[name])
  return { ...entries, [name]: new TextEncoder().encode(edit(text)) }
}

/** Entries whose one picture has other bytes, under the id that these come to. */
export function swapPicture(entries: Entries, change: (bytes: Uint8Array) => Uint8Array): Entries {
  const [name = ''] = Object.keys(entries).filter((entry) => entry.startsWith('assets/'))
  const { [name]: before = new Uint8Array(), ...rest } = entries
  const bytes = change(before)
  const id = createHash('sha256').update(bytes).digest('hex')
  const [oldId = ''] = /[0-9a-f]{64}/.exec(name) ?? []
  const renamed = { ...rest, [name.replace(oldId, id)]: bytes }
  return editText(renamed, 'issue.json', (text) => text.replaceAll(oldId, id))
}
