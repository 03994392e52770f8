import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ExportResult } from '../../bridge/export-state'
import type { Emit } from '../../bridge/events'
import { internalFault, toError, toFailure } from '../../bridge/failure'
import { productRoot } from '../product-root'
import type { ExportReport, ExportTask } from './export-worker'
import { createName, hidePath } from './path-names'
import { sweepTemporaries } from './sweep-temporaries'

const WORKER = join(productRoot, 'dist/export-worker.mjs')

/** What exports need of the desk. */
export interface ExportContext {
  readonly emit: Emit
  /** A file that was written, as it is shown to desks. */
  readonly nameResult: (path: string) => { readonly fileId: string; readonly name: string }
  /** Hears of faults of the program. */
  readonly report: (error: unknown) => void
}

/** An export in a thread of its own, so that nobody who types waits for it. */
export class ExportJob {
  readonly id = createName()
  /** How it ended; never rejects. */
  readonly ended: Promise<ExportResult>
  readonly #context: ExportContext
  readonly #target: string
  readonly #worker: Worker
  #isRunning = true
  #isWriting = false

  constructor(context: ExportContext, task: ExportTask) {
    this.#context = context
    this.#target = task.target
    this.#worker = new Worker(WORKER, { workerData: task })
    this.ended = new Promise((resolve) => {
      const end = (result: ExportResult): void => {
        this.#isRunning = false
        resolve(result)
      }
      this.#worker.on('message', (report: ExportReport) => {
        this.#hear(report, end)
      })
      this.#worker.on('error', (error) => {
        context.report(error)
        end({ state: 'failed', failure: internalFault })
      })
      // What came before it counts; a worker that ends without a word was ended.
      this.#worker.on('exit', () => {
        end({ state: 'cancelled' })
      })
    })
  }

  get target(): string {
    return this.#target
  }

  get isRunning(): boolean {
    return this.#isRunning
  }

  /** Ends it; once it writes its file, which takes a moment, it is let be. */
  async cancel(): Promise<void> {
    if (!this.#isRunning || this.#isWriting) return
    await this.#worker.terminate()
    await sweepTemporaries(this.#target)
  }

  #hear(report: ExportReport, end: (result: ExportResult) => void): void {
    switch (report.kind) {
      case 'step':
        this.#isWriting = report.step.part === 'file'
        this.#context.emit('export.progress', { jobId: this.id, step: report.step })
        return
      case 'failed':
        end({
          state: 'failed',
          failure: toFailure(hidePath(toError(report.failure), this.#target)),
        })
        return
      case 'done': {
        const { pageCount, byteCount } = report.exported
        const file = this.#context.nameResult(this.#target)
        end({ state: 'done', file, pageCount, byteCount })
      }
    }
  }
}
