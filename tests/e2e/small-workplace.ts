import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSmallIssue } from '../issue/small-issue'

/** Folders of a desk, with one small issue to start it for. */
export interface SmallWorkplace {
  readonly scratch: string
  /** The folder that the desk may save to. */
  readonly folder: string
  /** The issue, of one section and one story. */
  readonly startFile: string
  remove(): void
}

/** Makes the folders, and in them an issue that is open in a moment. */
export async function makeSmallWorkplace(): Promise<SmallWorkplace> {
  const scratch = mkdtempSync(join(tmpdir(), 'banxin-e2e-'))
  const folder = join(scratch, 'work')
  mkdirSync(folder)
  await makeSmallIssue(folder)
  return {
    scratch,
    folder,
    startFile: join(folder, 'sound.banxin'),
    remove: () => {
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}
