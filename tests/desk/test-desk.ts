import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { type Client, createClient } from '../../bridge/client'
import type { EventName } from '../../bridge/events'
import { ISSUE_VERSION, type Issue } from '../../engine/document/issue'
import { parseTemplate } from '../../engine/document/template'
import { type Desk, openDesk } from '../../host/desk/desk'
import type { DeskOptions } from '../../host/desk/desk-room'
import { savePackage } from '../../host/package-file'
import { readTemplate } from '../../host/templates'

/** A desk with the client that speaks to it, and all that it has told. */
export interface TestDesk {
  readonly desk: Desk
  readonly client: Client
  readonly told: readonly Told[]
  /** Faults of the program; a test that is done has none. */
  readonly faults: readonly unknown[]
}

/** One event as it was told. */
export interface Told {
  readonly name: EventName
  readonly payload: unknown
}

/** Folders of one test, taken away by `remove`. */
export interface Workplace {
  readonly data: string
  readonly files: string
  remove(): void
}

/** A folder for files and one for the desk's own. */
export function makeWorkplace(): Workplace {
  const root = mkdtempSync(join(tmpdir(), 'banxin-desk-'))
  const files = join(root, 'files')
  mkdirSync(files)
  return {
    data: join(root, 'data'),
    files,
    remove: () => {
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Opens a desk over a workplace and connects a client to it. */
export async function openTestDesk(
  { data, files }: Workplace,
  options: Partial<DeskOptions> = {},
): Promise<TestDesk> {
  const told: Told[] = []
  const faults: unknown[] = []
  const desk = await openDesk({
    version: 'test',
    dataFolder: data,
    folders: [files],
    report: (error) => faults.push(error),
    ...options,
  })
  const client = createClient({
    call: desk.dispatch,
    listen: (listener) =>
      desk.subscribe((name, payload) => {
        told.push({ name, payload })
        listener.event(name, payload)
      }),
  })
  return { desk, client, told, faults }
}

/** The file id of a name in the folder of files, as a desk without windows finds it. */
export async function chooseFile(
  client: Client,
  purpose: 'open-document' | 'save-document' | 'export-pdf',
  name: string,
): Promise<string> {
  const { folders } = await client.call('folder.list', { purpose })
  const [root] = folders
  if (root === undefined) throw new Error('There is no folder to look into')
  const { folderId } = root
  return (await client.call('folder.place', { folderId, purpose, name })).fileId
}

/** Writes an issue without stories, of the template that comes with the product. */
export async function writeEmptyIssue(path: string): Promise<void> {
  const template = await readTemplate('weekly')
  const { id, version } = parseTemplate(template)
  const issue: Issue = {
    format: 'banxin',
    version: ISSUE_VERSION,
    id: 'issue-1',
    publication: { name: '岚江周报', publisher: '岚江周报社', fields: {} },
    number: 1,
    date: '2026-03-02',
    template: { id, version },
    sections: [],
    records: { sections: {}, stories: {} },
    assets: {},
  }
  await savePackage(path, { document: { issue, template }, assets: new Map() })
}

/** A small picture of one colour; no two hues give the same bytes. */
export async function makePicture(hue: number): Promise<Uint8Array> {
  const background = { r: hue % 256, g: 90, b: 140 }
  const create = { width: 24, height: 16, channels: 3, background } as const
  return sharp({ create }).png().toBuffer()
}
