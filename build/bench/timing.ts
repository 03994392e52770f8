/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Milliseconds that some work takes, with its result. */
export async function time<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ ms: number; result: Result }> {
  const from = performance.now()
  const result = await work()
  return { ms: performance.now() - from, result }
}

/** The median of the milliseconds that some work takes, run several times. */
export async function timeOften(times: number, work: () => unknown): Promise<number> {
  const runs: number[] = []
  for (let run = 0; run < times; run++) runs.push((await time(work)).ms)
  return median(runs)
}
