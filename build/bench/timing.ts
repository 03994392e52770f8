/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** How long most take, and all but one in twenty. */
export interface Spread {
  readonly p50: number
  readonly p95: number
}

/** The spread of several measurements. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
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
