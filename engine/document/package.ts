import { strFromU8, strToU8, zipSync } from 'fflate'
import type { Asset } from './asset'
import { canonicalJson } from './canonical-json'
import type { Document } from './document'
import type { Issue } from './issue'
import { type Json, parseJson } from './json'
import { migrateIssue } from './migration'
import { packageError } from './package-error'
import { parseIssue } from './parse-issue'
import { parseTemplate } from './template'
import { type ZipEntry, readDirectory } from './zip-directory'
import { checkEntry, readEntry, unpackEntry } from './zip-entry'

/** A document with the bytes of its pictures, by asset id. */
export interface Package {
  readonly document: Document
  readonly assets: ReadonlyMap<string, Uint8Array>
}

/** The SHA-256 of bytes as lower-case hex: the host's, since the engine has none of its own. */
export type Sha256 = (bytes: Uint8Array) => string

const ISSUE = 'issue.json'
const TEMPLATE = 'template/template.json'
const FOLDERS = new Set(['template/', 'assets/'])

const MEBIBYTE = 1024 * 1024
const MAXIMUM_JSON_BYTES = 64 * MEBIBYTE
const MAXIMUM_ASSET_BYTES = 256 * MEBIBYTE
const MAXIMUM_TOTAL_BYTES = 1024 * MEBIBYTE

/** The hour of every entry, so that the same content gives the same bytes; read as local time. */
const MODIFIED = '1980-01-01T00:00:00'

/**
 * A `.banxin` package: `issue.json` and `template/template.json`, canonical and deflated, and the
 * pictures stored under their hashes. The same content gives the same bytes.
 * @throws {BanxinError} `package-entry-missing` when the bytes of a picture are not given.
 */
export function writePackage({ document, assets }: Package): Uint8Array {
  const { issue, template } = document
  const pictures = Object.values(issue.assets).map((asset) => {
    const bytes = assets.get(asset.id)
    if (bytes === undefined) throw packageError('package-entry-missing', assetName(asset))
    return [assetName(asset), [bytes, { level: 0 }]] as const
  })
  const entries = [
    ...pictures,
    [ISSUE, [strToU8(canonicalJson(issue)), { level: 9 }]] as const,
    [TEMPLATE, [strToU8(canonicalJson(template)), { level: 9 }]] as const,
  ].sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(entries), { mtime: MODIFIED })
}

/**
 * Reads a package and checks all of it: the zip, its JSON, the issue, the template, the pictures.
 * @throws {BanxinError} with a code of its own for each thing that can be wrong, naming the place.
 */
export function readPackage(bytes: Uint8Array, sha256: Sha256): Package {
  const entries = new Map(readDirectory(bytes).map((entry) => [entry.name, entry]))
  checkSizes(entries)
  const issue = parseIssue(migrateIssue(readJson(bytes, entries, ISSUE), ISSUE), ISSUE)
  const template = readJson(bytes, entries, TEMPLATE)
  const { id, version } = parseTemplate(template)
  if (id !== issue.template.id || version !== issue.template.version) {
    throw packageError('template-mismatch', TEMPLATE)
  }
  checkNames(entries, issue)
  const assets = new Map<string, Uint8Array>()
  for (const asset of Object.values(issue.assets)) {
    const name = assetName(asset)
    const entry = entryOf(entries, name)
    const content = unpackEntry(bytes, entry, MAXIMUM_ASSET_BYTES)
    if (sha256(content) !== asset.id) {
      checkEntry(content, entry)
      throw packageError('asset-altered', name)
    }
    assets.set(asset.id, content.slice())
  }
  return { document: { issue, template }, assets }
}

type Entries = ReadonlyMap<string, ZipEntry>

function assetName({ id, mediaType }: Asset): string {
  return `assets/${id}.${mediaType === 'image/jpeg' ? 'jpg' : 'png'}`
}

function checkSizes(entries: Entries): void {
  const total = [...entries.values()].reduce((sum, { size }) => sum + size, 0)
  if (total > MAXIMUM_TOTAL_BYTES) throw packageError('package-too-large')
}

function checkNames(entries: Entries, issue: Issue): void {
  const expected = new Set([ISSUE, TEMPLATE, ...Object.values(issue.assets).map(assetName)])
  for (const name of entries.keys()) {
    if (!expected.has(name) && !FOLDERS.has(name)) {
      throw packageError('package-unexpected-entry', name)
    }
  }
}

function entryOf(entries: Entries, name: string): ZipEntry {
  const entry = entries.get(name)
  if (entry === undefined) throw packageError('package-entry-missing', name)
  return entry
}

function readJson(bytes: Uint8Array, entries: Entries, name: string): Json {
  const content = readEntry(bytes, entryOf(entries, name), MAXIMUM_JSON_BYTES)
  return parseJson(decodeUtf8(content, name), name)
}

/** Text from UTF-8, with or without a byte order mark; a broken sequence shows when written back. */
function decodeUtf8(bytes: Uint8Array, name: string): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const plain = marked ? bytes.subarray(3) : bytes
  const text = strFromU8(plain)
  const again = strToU8(text)
  if (again.length === plain.length && again.every((byte, index) => byte === plain[index])) {
    return text
  }
  throw packageError('package-not-utf8', name)
}
