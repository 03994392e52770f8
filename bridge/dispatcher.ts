import { validate } from '../engine/document/fault'
import { BanxinError } from '../engine/document/message'
import { type Channel, contract, type Input, isChannel, type Output } from './contract'
import { internalFault, type Reply, toFailure } from './failure'
import { checkMessage } from './message-size'

/** What the host does on each channel of the contract. */
export type Handlers = {
  readonly [Name in Channel]: (input: Input<Name>) => Output<Name> | Promise<Output<Name>>
}

/** Answers a call from outside; never throws. */
export type Dispatch = (channel: string, message: unknown) => Promise<Reply>

/**
 * The one way into the host: looks up the channel, checks size and shape, calls its handler and
 * lets nothing out that the contract does not name. A channel without a handler is unknown here.
 * What a handler throws for a person becomes a failure; whatever else it throws is a fault of the
 * program, `report`ed and told as such.
 */
export function createDispatcher(
  handlers: Partial<Handlers>,
  report: (channel: string, error: unknown) => void,
): Dispatch {
  return async (channel, message) => {
    try {
      const handler = isChannel(channel) ? handlers[channel] : undefined
      if (!isChannel(channel) || handler === undefined) throw channelUnknown(channel)
      return { ok: true, value: await run(channel, handler as Handlers[typeof channel], message) }
    } catch (error) {
      if (error instanceof BanxinError) return { ok: false, failure: toFailure(error) }
      report(channel, error)
      return { ok: false, failure: internalFault }
    }
  }
}

async function run<Name extends Channel>(
  name: Name,
  handler: Handlers[Name],
  message: unknown,
): Promise<unknown> {
  const { input, output, ...bounds } = contract[name]
  checkMessage(message, bounds, name)
  const asked: unknown = validate(input, message, {
    code: 'call-invalid',
    where: name,
    what: { zh: '请求的内容不对', en: 'The request is wrong' },
    mend: { zh: '请刷新写字台后再试', en: 'Reload the desk, then try once more' },
  })
  return output.parse(await handler(asked as Input<Name>))
}

function channelUnknown(channel: string): BanxinError {
  return new BanxinError('channel-unknown', {
    what: { zh: '没有这个请求', en: 'There is no such request' },
    where: channel,
    mend: { zh: '请刷新写字台后再试', en: 'Reload the desk, then try once more' },
  })
}
