import { shallowRef } from 'vue'
import type { Failure } from '../../bridge/failure'
import { toFailure } from '../../bridge/failure'
import type { Severity } from '../../engine/document/message'
import { BanxinError } from '../../engine/document/message'

/** Something that a person is told. */
export interface Notice {
  readonly key: number
  readonly severity: Severity
  readonly message: Failure
}

let lastKey = 0

/** What is being told at present, the latest last. */
export const notices = shallowRef<readonly Notice[]>([])

/** Tells a person something. */
export function tell(message: Failure, severity: Severity): void {
  lastKey += 1
  const others = notices.value.filter(({ message: { code } }) => code !== message.code)
  notices.value = [...others, { key: lastKey, severity, message }].slice(-4)
}

/** Tells a person of whatever was thrown. */
export function tellError(error: unknown): void {
  tell(toFailure(asMistake(error)), 'error')
}

/** Takes a notice away. */
export function dismiss(key: number): void {
  notices.value = notices.value.filter((notice) => notice.key !== key)
}

function asMistake(error: unknown): BanxinError {
  if (error instanceof BanxinError) return error
  const where = error instanceof Error ? error.message : String(error)
  if (error instanceof TypeError && /fetch|network/i.test(where)) {
    return new BanxinError('host-unreachable', {
      what: { zh: '与版心的连接断了', en: 'The connection to Banxin was lost' },
      where: '',
      mend: {
        zh: '写下的内容会在恢复后送出；请确认版心仍在运行',
        en: 'What you wrote is sent once it is back; see that Banxin still runs',
      },
    })
  }
  return new BanxinError('desk-fault', {
    what: { zh: '写字台出错', en: 'The desk has a fault' },
    where,
    mend: { zh: '写下的内容没有丢；请刷新写字台', en: 'Nothing written is lost; reload the desk' },
  })
}
