import { basename } from 'node:path'
import { deskError } from './desk-error'
import { type ExportContext, ExportJob } from './export-job'
import type { ExportTask } from './export-worker'

const MOST_AT_ONCE = 2
const MOST_REMEMBERED = 50

/** The exports of a desk: those under way, and the latest that have ended. */
export class ExportJobs {
  readonly #context: ExportContext
  readonly #jobs = new Map<string, ExportJob>()

  constructor(context: ExportContext) {
    this.#context = context
  }

  get isBusy(): boolean {
    return this.#running.length > 0
  }

  /**
   * Begins an export; its target is the file itself, to which no link leads.
   * @throws {BanxinError} `export-busy`, or `export-target-busy`: whoever ends an export takes away
   * what it has written so far, and that must be no other's.
   */
  start(task: ExportTask): ExportJob {
    if (this.#running.some(({ target }) => target === task.target)) {
      throw deskError('export-target-busy', basename(task.target))
    }
    if (this.#running.length >= MOST_AT_ONCE) throw deskError('export-busy')
    const job = new ExportJob(this.#context, task)
    this.#jobs.set(job.id, job)
    const [oldest] = [...this.#jobs.values()].filter(({ isRunning }) => !isRunning)
    if (this.#jobs.size > MOST_REMEMBERED && oldest !== undefined) this.#jobs.delete(oldest.id)
    return job
  }

  /** @throws {BanxinError} `job-unknown` */
  get(jobId: string): ExportJob {
    const job = this.#jobs.get(jobId)
    if (job === undefined) throw deskError('job-unknown')
    return job
  }

  /** Ends them; those that write their file already are waited for. */
  async stop(): Promise<void> {
    for (const job of this.#running) {
      await job.cancel()
      await job.ended
    }
  }

  get #running(): readonly ExportJob[] {
    return [...this.#jobs.values()].filter(({ isRunning }) => isRunning)
  }
}
