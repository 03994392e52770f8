import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { tuneForOneJob } from '../../host/brief-process'
import { exportIssue } from '../../host/export-issue'
import { productRoot } from '../../host/product-root'
import { median, time } from './timing'

/** Milliseconds of an export as a whole process, and of its parts. */
export interface ColdExport {
  readonly wholeMs: number
  readonly partsMs: Readonly<Record<string, number>>
}

/** Runs `banxin export` in fresh processes. */
export async function measureCold(
  issue: string,
  output: string,
  times: number,
): Promise<ColdExport> {
  const cli = join(productRoot, 'dist/cli.mjs')
  const whole: number[] = []
  const parts: Record<string, number>[] = []
  for (let run = 0; run < times; run++) {
    const { ms } = await time(() =>
      execFileSync(process.execPath, [cli, 'export', issue, '-o', output], { stdio: 'pipe' }),
    )
    whole.push(ms)
    const bench = join(productRoot, 'dist/bench.mjs')
    const said = execFileSync(process.execPath, [bench, '--parts', issue, output])
    parts.push(JSON.parse(String(said)) as Record<string, number>)
  }
  const names = Object.keys(parts[0] ?? {})
  return {
    wholeMs: median(whole),
    partsMs: Object.fromEntries(
      names.map((name) => [name, median(parts.map((part) => part[name] ?? 0))]),
    ),
  }
}

/**
 * Exports once in this process and prints, as JSON, when each part ended less when it began.
 * `start` is Node itself and the loading of the program.
 */
export async function printParts(issue: string, output: string): Promise<void> {
  tuneForOneJob()
  const began: [string, number][] = [['start', 0]]
  const onStep = ({ part }: { part: string }): void => {
    began.push([part, performance.now()])
  }
  await exportIssue(issue, output, { preset: 'press', marks: true, onStep })
  began.push(['', performance.now()])
  const parts = began
    .slice(0, -1)
    .map(([part, from], index) => [part, (began[index + 1]?.[1] ?? from) - from])
  process.stdout.write(JSON.stringify(Object.fromEntries(parts)))
}
