import type { Issue } from '../../engine/document/issue'
import { BanxinError } from '../../engine/document/message'
import { openPackage } from '../package-file'

/** What an issue begins with that follows another. */
export interface NextIssue {
  /** The file of the issue that it follows. */
  readonly path: string
  readonly publication: Issue['publication']
  readonly number: number
  readonly totalNumber?: number
  /** `YYYY-MM-DD` */
  readonly date: string
}

const MOST_NUMBER = 999_999
const WEEK_MS = 7 * 24 * 60 * 60 * 1_000

/**
 * The issue after the first of these files that can be read: one number on, and a week later;
 * `undefined` where there is none.
 */
export async function proposeNext(paths: readonly string[]): Promise<NextIssue | undefined> {
  for (const path of paths) {
    try {
      const { document } = await openPackage(path)
      return { path, ...follow(document.issue) }
    } catch (error) {
      if (!(error instanceof BanxinError)) throw error
    }
  }
  return undefined
}

/** What the issue after another begins with. */
export function follow({ publication, number, totalNumber, date }: Issue): Omit<NextIssue, 'path'> {
  const next = (count: number): number => Math.min(count + 1, MOST_NUMBER)
  return {
    publication,
    number: next(number),
    ...(totalNumber === undefined ? {} : { totalNumber: next(totalNumber) }),
    date: new Date(Date.parse(date) + WEEK_MS).toISOString().slice(0, 10),
  }
}
