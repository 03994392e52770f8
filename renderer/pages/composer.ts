import { shallowRef } from 'vue'
import { toFailure, type Failure } from '../../bridge/failure'
import type { Client } from '../../bridge/client'
import type { Document } from '../../engine/document/document'
import type { Finding } from '../../engine/document/message'
import { BanxinError } from '../../engine/document/message'
import type { StoryFit } from '../../engine/layout/composition'
import type { ComposedPage } from '../../engine/layout/page'
import type { FaceRequest } from '../../engine/layout/required-faces'
import type { ComposedJob, FromComposer, ToComposer } from './compose-messages'
import { OutlineBook } from './outline-book'

/** The pages as they are shown, with all that is known of them. */
export interface ShownPages {
  readonly pages: readonly ComposedPage[]
  readonly fits: ReadonlyMap<string, StoryFit>
  readonly findings: readonly Finding[]
  readonly tookMs: number
}

/** Composes documents in a worker: one job at a time, and of those that wait the newest alone. */
export type Composer = ReturnType<typeof createComposer>

interface StartedWorker {
  readonly worker: Worker
  readonly ready: Promise<void>
}

let spare: StartedWorker | undefined

/** Starts a worker before there is a document, so that HarfBuzz is loaded when one comes. */
export function prepareComposer(): void {
  spare ??= startWorker()
}

function startWorker(): StartedWorker {
  const worker = new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' })
  const ready = new Promise<void>((resolve) => {
    worker.onmessage = () => {
      resolve()
    }
  })
  return { worker, ready }
}

/** A composer with a worker of its own. */
export function createComposer(client: Client) {
  const { worker, ready } = spare ?? startWorker()
  spare = undefined
  const outlines = new OutlineBook()
  const shown = shallowRef<ShownPages | null>(null)
  const failure = shallowRef<Failure | null>(null)
  /** The hash of the pages shown, once it is known; empty while they change. */
  const sha256 = shallowRef('')
  let job = 0
  let isBusy = true
  let waiting: Document | null = null
  let lastTemplate: Document['template'] | undefined

  const say = (message: ToComposer, transfer: Transferable[] = []): void => {
    worker.postMessage(message, transfer)
  }

  const start = ({ issue, template }: Document): void => {
    isBusy = true
    job += 1
    sha256.value = ''
    const isSame = template === lastTemplate
    lastTemplate = template
    say({ kind: 'compose', job, issue, ...(isSame ? {} : { template }) })
  }

  const goOn = (): void => {
    isBusy = false
    if (waiting === null) return
    const next = waiting
    waiting = null
    start(next)
  }

  const show = (done: ComposedJob): void => {
    outlines.add(done.outlines)
    const before = shown.value?.pages ?? []
    shown.value = {
      pages: done.pages.flatMap((page, index) => page ?? before[index] ?? []),
      fits: new Map(done.fits.map((fit) => [fit.storyId, fit])),
      findings: done.findings,
      tookMs: done.tookMs,
    }
    failure.value = null
  }

  const supply = async (request: FaceRequest): Promise<void> => {
    try {
      const face = await client.call('font.read', request)
      say({ kind: 'face', request, face }, [face.bytes.buffer as ArrayBuffer])
    } catch (error) {
      const mistake =
        error instanceof BanxinError
          ? error
          : new BanxinError('host-unreachable', {
              what: { zh: '读不到字体', en: 'A typeface could not be read' },
              where: request.family,
              mend: { zh: '请刷新写字台', en: 'Reload the desk' },
            })
      say({ kind: 'faceFailed', request, failure: toFailure(mistake) })
    }
  }

  const hear = ({ data }: MessageEvent<FromComposer>): void => {
    switch (data.kind) {
      case 'faceWanted':
        void supply(data.request)
        return
      case 'composed':
        show(data)
        goOn()
        return
      case 'failed':
        failure.value = data.failure
        goOn()
        return
      case 'hashed':
        if (data.job === job) sha256.value = data.sha256
    }
  }

  void ready.then(() => {
    worker.onmessage = hear
    goOn()
  })

  return {
    shown,
    failure,
    sha256,
    outlines,
    /** Composes a document as soon as the worker is free, unless a newer one comes. */
    compose(document: Document): void {
      if (isBusy) waiting = document
      else start(document)
    },
    dispose(): void {
      worker.terminate()
    },
  }
}
