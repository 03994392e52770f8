import { BanxinError } from '../engine/document/message'

/** Does some work on a file; a mistake in it that names no file names this one then. */
export function inFile<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof BanxinError)) throw error
    const { what, where, mend } = error.explanation
    const place = where === '' ? path : `${path}: ${where}`
    throw new BanxinError(error.code, { what, where: place, mend })
  }
}
