/** What the debugger says when V8 has collected the promise of an answer that it was to wait for. */
const ANSWER_LOST = 'garbage collected'
const MOST_TRIES = 5

const isLost = (error: unknown): boolean => String(error).includes(ANSWER_LOST)

/** Asks something of the program, again where its answer was lost: it must bear being asked twice. */
export async function askMain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (!isLost(error) || tries === MOST_TRIES) throw error
    }
  }
}

/** Has the program do something once; where the answer is lost, it has been done. */
export async function tellMain(tell: () => Promise<void>): Promise<void> {
  try {
    await tell()
  } catch (error) {
    if (!isLost(error)) throw error
  }
}
