import { shallowRef } from 'vue'
import type { Failure } from '../../bridge/failure'
import { toFailure } from '../../bridge/failure'
import { BanxinError, type Bilingual, explain, type Severity } from '../../engine/document/message'

/** What a person can do about a notice. */
export interface NoticeAction {
  readonly label: Bilingual
  run(): void
}

/** Something that a person is told. Of one code there is one notice at a time. */
export interface Notice {
  readonly key: number
  readonly code: string
  readonly severity: Severity
  readonly text: Bilingual
  readonly action?: NoticeAction
}

const MOST_SHOWN = 4

let lastKey = 0

/** What is being told at present, the latest last. */
export const notices = shallowRef<readonly Notice[]>([])

/**
 * Tells a person something: a note for a while, all else until they take it away. Gives what ends
 * it sooner, as it no longer holds.
 */
export function tell({ code, explanation }: Failure, severity: Severity): () => void {
  const text = { zh: explain(explanation, 'zh'), en: explain(explanation, 'en') }
  return show({ code, severity, text })
}

/** Tells a person of whatever was thrown; see `tell`. */
export function tellError(error: unknown): () => void {
  return tell(toFailure(asMistake(error)), 'error')
}

/** Tells for a while what a person did, and how to take it back; gives what ends it sooner. */
export function tellDone(code: string, text: Bilingual, action: NoticeAction): () => void {
  return show({ code, severity: 'note', text, action })
}

/** Takes a notice away. */
export function dismiss(key: number): void {
  notices.value = notices.value.filter((notice) => notice.key !== key)
}

/** Takes away what is told under a code, as it no longer holds. */
export function dismissCode(code: string): void {
  notices.value = notices.value.filter((notice) => notice.code !== code)
}

/** Takes away all that is told, but for a lost connection: that is not over with a document. */
export function dismissAll(): void {
  notices.value = notices.value.filter(({ code }) => code === hostUnreachable.code)
}

/** The host cannot be reached: what is written stays at the desk. */
export const hostUnreachable = new BanxinError('host-unreachable', {
  what: { zh: '与版心的连接断了', en: 'The connection to Banxin was lost' },
  where: '',
  mend: {
    zh: '写下的内容留在这个窗口里，连上后自动送出；若版心已退出，先别关这个窗口，重新启动版心，再把没送出的文字复制过去',
    en: 'What you write stays in this window and is sent once it is back; if Banxin has ended, keep this window open, start Banxin again and copy over what was not sent',
  },
})

function show(notice: Omit<Notice, 'key'>): () => void {
  lastKey += 1
  const key = lastKey
  const others = notices.value.filter(({ code }) => code !== notice.code)
  notices.value = [...others, { key, ...notice }].slice(-MOST_SHOWN)
  return () => {
    dismiss(key)
  }
}

function asMistake(error: unknown): BanxinError {
  if (error instanceof BanxinError) return error
  const where = error instanceof Error ? error.message : String(error)
  if (error instanceof TypeError && /fetch|network/i.test(where)) {
    return hostUnreachable
  }
  return new BanxinError('desk-fault', {
    what: { zh: '写字台出错', en: 'The desk has a fault' },
    where,
    mend: { zh: '写下的内容没有丢；请刷新写字台', en: 'Nothing written is lost; reload the desk' },
  })
}
