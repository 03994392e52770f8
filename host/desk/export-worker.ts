import { parentPort, workerData } from 'node:worker_threads'
import { type Failure, toFailure } from '../../bridge/failure'
import type { ExportStep } from '../../bridge/export-state'
import { BanxinError } from '../../engine/document/message'
import type { Package } from '../../engine/document/package'
import { type Exported, exportPackage } from '../export-issue'

/** What a worker is given to do. */
export interface ExportTask {
  readonly content: Package
  readonly target: string
  readonly marks: boolean
  readonly pages?: readonly number[]
}

/** What a worker tells. */
export type ExportReport =
  | { readonly kind: 'step'; readonly step: ExportStep }
  | { readonly kind: 'done'; readonly exported: Exported }
  | { readonly kind: 'failed'; readonly failure: Failure }

const tell = (report: ExportReport): void => parentPort?.postMessage(report)
const { content, target, ...options } = workerData as ExportTask

try {
  const exported = await exportPackage(content, target, {
    ...options,
    onStep: (step) => {
      if (step.part === 'package') return
      tell({ kind: 'step', step: step.part === 'pictures' ? step : { part: step.part } })
    },
  })
  tell({ kind: 'done', exported })
} catch (error) {
  if (!(error instanceof BanxinError)) throw error
  tell({ kind: 'failed', failure: toFailure(error) })
}
