import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { Failure } from '../../bridge/failure'
import { BanxinError } from '../../engine/document/message'
import { deskError } from './desk-error'

/** What a path may be used for. */
export type Purpose = 'open-document' | 'save-document' | 'export-pdf' | 'result' | 'folder'

/** A name that cannot be guessed, as the contract wants it. */
export function createName(): string {
  return randomBytes(16).toString('base64url')
}

/** The error of some work on a file, with the name that it shows as in place of its path. */
export function hidePath(error: BanxinError, path: string): BanxinError
export function hidePath(error: unknown, path: string): unknown
export function hidePath(error: unknown, path: string): unknown {
  if (!(error instanceof BanxinError)) return error
  const { code, explanation } = error
  const where = explanation.where.replaceAll(path, basename(path))
  return new BanxinError(code, { ...explanation, where })
}

/** The names that stand for paths on the bridge; only the host knows what they mean. */
export class PathNames {
  readonly #paths = new Map<string, { readonly path: string; readonly purpose: Purpose }>()
  readonly #names = new Map<string, string>()

  /** The name of a path for one purpose; the same one every time. */
  nameOf(path: string, purpose: Purpose): string {
    const key = `${purpose}:${path}`
    const name = this.#names.get(key) ?? createName()
    this.#names.set(key, name)
    this.#paths.set(name, { path, purpose })
    return name
  }

  /**
   * The path of a name.
   * @throws {BanxinError} `file-unknown` or `folder-unknown`, for a name given for no such purpose too.
   */
  pathOf(name: string, ...purposes: readonly Purpose[]): string {
    const known = this.#paths.get(name)
    if (known !== undefined && purposes.includes(known.purpose)) return known.path
    throw deskError(purposes.includes('folder') ? 'folder-unknown' : 'file-unknown')
  }

  /** The failure with the last part of every path that is known in place of the whole. */
  withoutPaths({ code, explanation }: Failure): Failure {
    const paths = [...this.#paths.values()].map(({ path }) => path)
    const longestFirst = [...new Set(paths)].sort((a, b) => b.length - a.length)
    const hide = (text: string): string =>
      longestFirst.reduce((said, path) => said.replaceAll(path, basename(path)), text)
    const { what, where, mend } = explanation
    return {
      code,
      explanation: {
        what: { zh: hide(what.zh), en: hide(what.en) },
        where: hide(where),
        mend: { zh: hide(mend.zh), en: hide(mend.en) },
      },
    }
  }
}
