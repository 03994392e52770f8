import { shallowRef } from 'vue'
import type { Client } from '../../bridge/client'
import type { ExportResult, ExportStep } from '../../bridge/export-state'
import type { PresetName } from '../../engine/document/export-preset'
import type { ChosenFile } from '../files/choose-file'

/** What a person wants exported. */
export interface ExportWish {
  readonly preset: PresetName
  readonly marks: boolean
  /** Indices in order; all pages without. */
  readonly pages?: readonly number[]
  /** Whether what is known to be wrong may stay so. */
  readonly acceptErrors: boolean
}

/** An export under way. */
export interface RunningExport {
  readonly jobId: string
  readonly file: ChosenFile
  /** `null` until the first is told. */
  readonly step: ExportStep | null
}

/** An export that has ended, and how it can be done once more. */
export interface EndedExport {
  readonly result: ExportResult
  readonly wish: ExportWish
  readonly file: ChosenFile
  readonly tookMs: number
}

/** The exports of a document: one at a time, whatever view is open meanwhile. */
export type Exporter = ReturnType<typeof createExporter>

/** `settle` waits until the host has everything that was typed. */
export function createExporter(client: Client, documentId: string, settle: () => Promise<void>) {
  const running = shallowRef<RunningExport | null>(null)
  const ended = shallowRef<EndedExport | null>(null)

  const stop = client.on('export.progress', ({ jobId, step }) => {
    const current = running.value
    if (current?.jobId === jobId) running.value = { ...current, step }
  })

  return {
    running,
    ended,
    /**
     * Exports the document as it is now; does nothing while another export is under way.
     * @throws {BanxinError} when it cannot begin; how it ends is in `ended`.
     */
    async start(wish: ExportWish, file: ChosenFile): Promise<void> {
      if (running.value !== null) return
      ended.value = null
      await settle()
      const startedMs = performance.now()
      const { pages, ...rest } = wish
      const job = await client.call('export.start', {
        documentId,
        fileId: file.fileId,
        ...rest,
        ...(pages === undefined ? {} : { pages: [...pages] }),
      })
      running.value = { ...job, file, step: null }
      try {
        const result = await client.call('export.result', job)
        ended.value = { result, wish, file, tookMs: performance.now() - startedMs }
      } finally {
        running.value = null
      }
    },
    async cancel(): Promise<void> {
      if (running.value === null) return
      await client.call('export.cancel', { jobId: running.value.jobId })
    },
    /** Forgets how the last export ended. */
    forget(): void {
      ended.value = null
    },
    dispose: stop,
  }
}
