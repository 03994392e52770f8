import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '../../engine/document/asset'
import { sha256 } from '../package-file'
import { writeAtomically } from '../write-file'

/**
 * The pictures that a document has, had, or is about to have. Those that its file does not hold
 * are kept in a folder beside the journal, for its commands may want them again.
 */
export class SessionAssets {
  #folder: string
  readonly #bytes = new Map<string, Uint8Array>()
  readonly #records = new Map<string, Asset>()
  readonly #kept = new Set<string>()

  /** `folder` is that of the journal. */
  constructor(folder: string, records: Iterable<Asset>, bytes: ReadonlyMap<string, Uint8Array>) {
    this.#folder = folder
    for (const record of records) {
      const content = bytes.get(record.id)
      if (content !== undefined) this.add(record, content)
    }
  }

  /** The bytes of all of them by id. */
  get bytes(): ReadonlyMap<string, Uint8Array> {
    return this.#bytes
  }

  add(record: Asset, bytes: Uint8Array): void {
    this.#bytes.set(record.id, bytes)
    this.#records.set(record.id, record)
  }

  /** Whether a picture is there and is what the asset says of it. */
  has({ id, mediaType, width, height }: Asset): boolean {
    const known = this.#records.get(id)
    return known?.mediaType === mediaType && known.width === width && known.height === height
  }

  /** A picture with what is known of it. */
  get(id: string): { readonly record: Asset; readonly bytes: Uint8Array } | undefined {
    const record = this.#records.get(id)
    const bytes = this.#bytes.get(id)
    return record === undefined || bytes === undefined ? undefined : { record, bytes }
  }

  /**
   * Makes sure that pictures are on the disk though no file of the document holds them.
   * @throws {BanxinError} when they cannot be written.
   */
  async keep(ids: Iterable<string>): Promise<void> {
    for (const id of ids) {
      const bytes = this.#bytes.get(id)
      if (bytes === undefined || this.#kept.has(id)) continue
      const folder = assetFolder(this.#folder)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, id)
      if (!existsSync(path)) await writeAtomically(path, bytes, { precious: true })
      this.#kept.add(id)
    }
  }

  /** From now on they are kept beside another journal. */
  moveTo(folder: string): void {
    this.#folder = folder
    this.#kept.clear()
  }
}

/** Pictures that lie beside a journal, of those asked for. */
export async function readKeptAssets(
  folder: string,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const id of ids) {
    const bytes = await readFile(join(assetFolder(folder), id)).catch(() => undefined)
    if (bytes !== undefined && sha256(bytes) === id) found.set(id, bytes)
  }
  return found
}

/** Where pictures lie beside the journal in a folder. */
export function assetFolder(folder: string): string {
  return join(folder, 'assets')
}
