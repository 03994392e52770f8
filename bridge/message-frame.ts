import { strFromU8, strToU8 } from 'fflate'
import { isJsonObject, parseJson } from '../engine/document/json'
import { BanxinError } from '../engine/document/message'

const LENGTH_BYTES = 4

/**
 * A message as bytes, for transports that carry nothing else: the length of its JSON as four
 * bytes, the greatest first; the JSON; and its entry `bytes` raw, where it has one. Empty `bytes`
 * are none.
 */
export function encodeMessage(message: object): Uint8Array<ArrayBuffer> {
  const { bytes: raw, ...rest } = message as { readonly bytes?: unknown }
  const json = strToU8(JSON.stringify(rest))
  const tail = raw instanceof Uint8Array ? raw : new Uint8Array()
  const frame = new Uint8Array(LENGTH_BYTES + json.length + tail.length)
  new DataView(frame.buffer).setUint32(0, json.length)
  frame.set(json, LENGTH_BYTES)
  frame.set(tail, LENGTH_BYTES + json.length)
  return frame
}

/**
 * The message of a frame; its `bytes` are a view of the frame.
 * @throws {BanxinError} `message-broken`, `json-broken` or `json-unsafe`; `where` is in them.
 */
export function decodeMessage(frame: Uint8Array, where: string): object {
  if (frame.length < LENGTH_BYTES) throw broken(where)
  const { buffer, byteOffset, byteLength } = frame
  const end = LENGTH_BYTES + new DataView(buffer, byteOffset, byteLength).getUint32(0)
  if (end > frame.length) throw broken(where)
  const json = parseJson(strFromU8(frame.subarray(LENGTH_BYTES, end)), where)
  if (!isJsonObject(json)) throw broken(where)
  if (end === frame.length) return json
  if (Object.hasOwn(json, 'bytes')) throw broken(where)
  return { ...json, bytes: frame.subarray(end) }
}

function broken(where: string): BanxinError {
  return new BanxinError('message-broken', {
    what: { zh: '请求在途中损坏', en: 'The request was damaged on its way' },
    where,
    mend: { zh: '请刷新写字台后再试', en: 'Reload the desk, then try once more' },
  })
}
