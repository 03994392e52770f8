import { parentPort, workerData } from 'node:worker_threads'
import { type Failure, toFailure } from '../../bridge/failure'
import type { ExportStep } from '../../bridge/export-state'
import type { PresetName } from '../../engine/document/export-preset'
import { BanxinError } from '../../engine/document/message'
import type { Package } from '../../engine/document/package'
import { type Exported, type ExportOptions, exportPackage } from '../export-issue'
import { FaceLibrary } from '../faces/face-library'
import type { FaceRecord } from '../faces/face-record'

/** What a worker is given to do. */
export interface ExportTask {
  readonly content: Package
  readonly target: string
  /** Those that the desk has found, so that both compose with the same. */
  readonly systemFaces: readonly FaceRecord[]
  readonly preset: PresetName
  readonly marks: boolean
  readonly pages?: readonly number[]
  readonly acceptErrors?: boolean
}

/** What a worker tells. */
export type ExportReport =
  | { readonly kind: 'step'; readonly step: ExportStep }
  | { readonly kind: 'done'; readonly exported: Exported }
  | { readonly kind: 'failed'; readonly failure: Failure }

const tell = (report: ExportReport): void => parentPort?.postMessage(report)
const { content, target, systemFaces, ...options } = workerData as ExportTask

try {
  const onStep: ExportOptions['onStep'] = (step) => {
    if (step.part === 'package') return
    tell({ kind: 'step', step: step.part === 'pictures' ? step : { part: step.part } })
  }
  const library = new FaceLibrary(() => Promise.resolve(systemFaces))
  const exported = await exportPackage(content, target, { ...options, onStep }, library)
  tell({ kind: 'done', exported })
} catch (error) {
  if (!(error instanceof BanxinError)) throw error
  tell({ kind: 'failed', failure: toFailure(error) })
}
