import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { productRoot } from '../../host/product-root'
import { CHARACTERS, makeBenchIssue } from './bench-issue'
import { measureCold, printParts } from './cold'
import { drawGrowth, measureGrowth, printGrowth } from './growth'
import { measureKeystrokes, printKeystrokes } from './keystrokes'
import type { Spread } from './timing'
import { measureWarm } from './warm'

const COLD_RUNS = 7
const WARM_RUNS = 11

const [first, ...rest] = process.argv.slice(2)
if (first === '--parts') await printParts(rest[0] ?? '', rest[1] ?? '')
else if (first === '--grown') await printGrowth(rest[0] ?? '')
else if (first === '--keystrokes') await printKeystrokes(rest[0] ?? '')
else if (first === '--serve') {
  const { serveForBench } = await import('./desk')
  await serveForBench(rest[0] ?? '', rest[1] ?? '')
} else await bench(first === '--json')

/** Prints how long people wait for an issue of 20,000 characters, and where the time goes. */
async function bench(asJson: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-bench-'))
  try {
    const issue = await makeBenchIssue(folder)
    const cold = await measureCold(issue, join(folder, 'bench.pdf'), COLD_RUNS)
    const { pageCount, compose, pdf } = await measureWarm(issue, WARM_RUNS)
    const keystrokeComposed = measureKeystrokes(issue)
    const growth = await measureGrowth(folder)
    const { measureDesk } = await import('./desk')
    const desk = await measureDesk(issue, folder)
    const { measureApp } = await import('./app')
    const sample = join(folder, 'weekly.banxin')
    await copyFile(join(productRoot, 'samples/weekly.banxin'), sample)
    const app = await measureApp(sample, folder)
    const report = {
      ...{ characters: CHARACTERS, pages: pageCount, cold, compose, pdf, keystrokeComposed },
      ...{ edit_p50: keystrokeComposed.p50, edit_p95: keystrokeComposed.p95, growth },
      ...(desk === undefined
        ? {}
        : {
            openMs: desk.openMs,
            openColdMs: desk.coldOpenMs,
            openAtDeskMs: desk.reopenMs,
            keystrokeComposedInBrowser: desk.composed,
            keystrokePainted: desk.painted,
          }),
      ...(app === undefined ? {} : { appStart: app }),
    }
    const rounded = (_key: string, value: unknown): unknown =>
      typeof value === 'number' ? Math.round(value * 10) / 10 : value
    if (asJson) {
      process.stdout.write(`${JSON.stringify(report, rounded, 2)}\n`)
      return
    }
    const lines = [
      `${CHARACTERS} characters, ${pageCount} pages, no pictures; medians`,
      row('cold export, whole process', cold.wholeMs),
      ...Object.entries(cold.partsMs).map(([part, ms]) => row(`  ${part}`, ms, cold.wholeMs)),
      row('warm compose', compose.ms),
      ...Object.entries(compose.partsMs).map(([part, ms]) => row(`  ${part}`, ms, compose.ms)),
      row('warm compose, text remembered', compose.againMs),
      row('warm PDF', pdf.ms),
      ...Object.entries(pdf.partsMs).map(([part, ms]) => row(`  ${part}`, ms, pdf.ms)),
      spread('keystroke, composed', keystrokeComposed),
      ...drawGrowth(growth),
      ...(desk === undefined
        ? ['no browser is found, so the desk is left out']
        : [
            spread('keystroke, composed in browser', desk.composed),
            spread('keystroke, painted', desk.painted),
            row('desk opened, page painted', desk.openMs),
            row('  just started', desk.coldOpenMs),
            row('issue opened at the desk', desk.reopenMs),
          ]),
      ...(app === undefined
        ? ['no Electron or no screen is found, so the app is left out']
        : [
            row('app started, page painted', app.againMs),
            ...Object.entries(app.partsMs).map(([part, ms]) => row(`  ${part}`, ms, app.againMs)),
            row('  never started before', app.firstMs),
          ]),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function row(name: string, ms: number, whole?: number): string {
  const share = whole === undefined ? '' : `${((100 * ms) / whole).toFixed(0)} %`.padStart(7)
  return `${name.padEnd(32)}${ms.toFixed(0).padStart(7)} ms${share}`
}

function spread(name: string, { p50, p95 }: Spread): string {
  return `${name.padEnd(32)}${p50.toFixed(1).padStart(7)} ms${p95.toFixed(1).padStart(9)} ms p95`
}
