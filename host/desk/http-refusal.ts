import type { ServerResponse } from 'node:http'
import { toFailure } from '../../bridge/failure'
import { FRAME_TYPE } from '../../bridge/loopback-transport'
import { encodeMessage } from '../../bridge/message-frame'
import { type Bilingual, BanxinError } from '../../engine/document/message'

const openAnew: Bilingual = {
  zh: '请用启动时给出的地址重新打开写字台',
  en: 'Open the desk again at the address given when it was started',
}

const REFUSALS = {
  'request-foreign': {
    status: 403,
    what: { zh: '请求不是写字台发出的', en: 'The request does not come from the desk' },
  },
  'token-wrong': { status: 401, what: { zh: '口令不对', en: 'The token is wrong' } },
  'method-wrong': { status: 405, what: { zh: '请求方式不对', en: 'The method is wrong' } },
  'type-wrong': { status: 415, what: { zh: '内容类型不对', en: 'The media type is wrong' } },
  'message-too-large': {
    status: 413,
    what: { zh: '一次送来的内容太大', en: 'Too much was sent at once' },
  },
} as const

/** Why a request is turned away before it is read. */
export type Refusal = keyof typeof REFUSALS

/** Turns a request away; whatever of it is still on its way is not waited for. */
export function refuse(response: ServerResponse, code: Refusal): void {
  const { status, what } = REFUSALS[code]
  const failure = toFailure(new BanxinError(code, { what, where: '', mend: openAnew }))
  response.setHeader('connection', 'close')
  sendMessage(response, status, failure)
}

/** Answers with a message as a frame. */
export function sendMessage(response: ServerResponse, status: number, message: object): void {
  const frame = encodeMessage(message)
  response.writeHead(status, { 'content-type': FRAME_TYPE, 'content-length': frame.length })
  response.end(frame)
}
