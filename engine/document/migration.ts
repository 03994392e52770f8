import { ISSUE_VERSION } from './issue'
import { type Json, type JsonObject, isJsonObject } from './json'
import { type Bilingual, BanxinError } from './message'

/** How the raw JSON of an issue of one version becomes that of the next. */
export interface Migration {
  readonly from: number
  readonly migrate: (issue: JsonObject) => JsonObject
}

/**
 * Every migration there has been, the oldest first, without a gap. An attribute that blocks did
 * not have in a version takes its default when the body is read; the version then only tells a
 * program that does not know it yet.
 */
export const MIGRATIONS: readonly Migration[] = [
  // Version 2 gave figures a crop and a focus.
  { from: 1, migrate: (issue) => issue },
  // Version 3 gave subheadings a level, figures text beside them, tables a title and a span, and
  // stories lists.
  { from: 2, migrate: (issue) => issue },
  // Version 4 lets figures be pinned to a place on a page, and gave text lines below names and
  // titles, rubies and shifts of the baseline.
  { from: 3, migrate: (issue) => issue },
]

/**
 * The raw JSON of an issue brought to today's version; what it says is checked afterwards.
 * @throws {BanxinError} `not-an-issue` or `version-unknown`.
 */
export function migrateIssue(
  json: Json,
  where: string,
  migrations: readonly Migration[] = MIGRATIONS,
  latest: number = ISSUE_VERSION,
): JsonObject {
  if (!isJsonObject(json) || json['format'] !== 'banxin') {
    throw versionError('not-an-issue', where, {
      zh: '这不是版心的一期刊物（缺少 "format": "banxin"）',
      en: 'This is no issue of Banxin ("format": "banxin" is missing)',
    })
  }
  const version = json['version']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw versionError('version-unknown', where, {
      zh: '格式版本（version）应为正整数',
      en: 'The format version should be a positive whole number',
    })
  }
  if (version > latest) {
    throw new BanxinError('version-unknown', {
      what: {
        zh: `文件由更新的版心写成（格式版本 ${String(version)}，本机只认识到 ${String(latest)}）`,
        en: `A later Banxin wrote this file (format version ${String(version)}, known up to ${String(latest)})`,
      },
      where,
      mend: { zh: '请更新版心后再打开', en: 'Update Banxin, then open it again' },
    })
  }
  return migrations
    .filter(({ from }) => from >= version)
    .reduce((issue, { from, migrate }) => ({ ...migrate(issue), version: from + 1 }), json)
}

function versionError(code: string, where: string, what: Bilingual): BanxinError {
  return new BanxinError(code, {
    what,
    where,
    mend: { zh: '请使用版心保存的文件', en: 'Use a file that Banxin has saved' },
  })
}
