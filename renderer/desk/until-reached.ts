import { BanxinError } from '../../engine/document/message'

const RETRY_MS = 1_000

/**
 * What a call to the host gives, made again each second until the host can be reached.
 * @throws {BanxinError} what the host refuses
 */
export async function untilReached<Result>(call: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await call()
    } catch (error) {
      if (error instanceof BanxinError) throw error
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}
