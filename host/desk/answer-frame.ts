import { contract, isChannel } from '../../bridge/contract'
import type { Dispatch } from '../../bridge/dispatcher'
import { toFailure } from '../../bridge/failure'
import { decodeMessage, encodeMessage } from '../../bridge/message-frame'
import type { FramedReply } from '../../bridge/window-transport'
import { BanxinError } from '../../engine/document/message'

/** A unit of a message may be a number with all its digits. */
const MOST_BYTES_A_UNIT = 8
/** Read of what goes to no channel, so that it can be answered. */
const MOST_STRAY_BYTES = 4_096
const MOST_NAME = 64

/** How long a frame may be that goes to a channel. */
export function mostFrameBytes(channel: string): number {
  if (!isChannel(channel)) return MOST_STRAY_BYTES
  const { mostUnits, mostBytes } = contract[channel]
  return mostUnits * MOST_BYTES_A_UNIT + mostBytes
}

/** Answers a call whose message came as a frame, from whoever; refuses what is none. */
export async function answerFrame(
  dispatch: Dispatch,
  channel: unknown,
  frame: unknown,
): Promise<FramedReply> {
  try {
    if (typeof channel !== 'string' || channel.length > MOST_NAME) throw frameWrong()
    if (!(frame instanceof Uint8Array) || frame.length > mostFrameBytes(channel)) throw frameWrong()
    const reply = await dispatch(channel, decodeMessage(frame, channel))
    if (reply.ok) return { ok: true, frame: encodeMessage(reply.value as object) }
    return { ok: false, frame: encodeMessage(reply.failure) }
  } catch (error) {
    if (!(error instanceof BanxinError)) throw error
    return { ok: false, frame: encodeMessage(toFailure(error)) }
  }
}

function frameWrong(): BanxinError {
  return new BanxinError('frame-wrong', {
    what: { zh: '请求不成样子，或者太大', en: 'The request is no message, or too large' },
    where: '',
    mend: { zh: '请刷新写字台后再试', en: 'Reload the desk, then try once more' },
  })
}
