import { shallowRef } from 'vue'
import type { Failure } from '../../bridge/failure'
import type { Document } from '../../engine/document/document'
import type { Finding } from '../../engine/document/message'
import type { PageFrame, StoryFit } from '../../engine/layout/composition'
import type { ComposedPage } from '../../engine/layout/page'
import type { HostAddress } from '../desk/host-address'
import { markMoment } from '../desk/mark-moment'
import type { ComposedJob, FromComposer, ToComposer } from './compose-messages'
import { changesOf } from './issue-changes'
import { OutlineBook } from './outline-book'
import { takeWorker } from './spare-worker'

/** The pages as they are shown, with all that is known of them. */
export interface ShownPages {
  readonly pages: readonly ComposedPage[]
  /** What found no place, on pages that follow on those printed; see `Composition`. */
  readonly oversetPages: readonly ComposedPage[]
  /** The frame of each page by its index. */
  readonly frames: readonly PageFrame[]
  readonly fits: ReadonlyMap<string, StoryFit>
  readonly findings: readonly Finding[]
  readonly tookMs: number
}

const WORKER_ENDED: Failure = {
  code: 'compose-ended',
  explanation: {
    what: { zh: '排版中断了', en: 'Composing has ended' },
    where: '',
    mend: {
      zh: '写下的内容没有丢；接着写就会重新排版，还不行请重新载入',
      en: 'Nothing written is lost; write on to compose again, or else reload',
    },
  },
}

/** Composes documents in a worker: one job at a time, and of those that wait the newest alone. */
export type Composer = ReturnType<typeof createComposer>

/** A composer with a worker of its own, which gets its faces from the host. */
export function createComposer(host: HostAddress) {
  let worker: Worker | undefined
  const outlines = new OutlineBook()
  const shown = shallowRef<ShownPages | null>(null)
  const failure = shallowRef<Failure | null>(null)
  /** The hash of the pages shown, once it is known; empty while they change. */
  const sha256 = shallowRef('')
  let job = 0
  let isBusy = false
  let waiting: Document | null = null
  let lastTemplate: Document['template'] | undefined
  let lastIssue: Document['issue'] | undefined
  let asked: Document | null = null
  let tellTaken: () => void = () => undefined
  const taken = new Promise<void>((resolve) => {
    tellTaken = resolve
  })

  const say = (message: ToComposer): void => {
    worker ??= employ()
    worker.postMessage(message)
  }

  const start = ({ issue, template }: Document): void => {
    isBusy = true
    job += 1
    sha256.value = ''
    const isSame = template === lastTemplate
    lastTemplate = template
    const changes = changesOf(issue, lastIssue)
    lastIssue = issue
    say({ kind: 'compose', job, issue: changes, ...(isSame ? {} : { template }) })
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
    const { pages = [], oversetPages = [], frames = [], fits } = shown.value ?? {}
    const sent = [...done.pages, ...done.oversetPages]
    shown.value = {
      pages: withUnchanged(done.pages, pages),
      oversetPages: withUnchanged(done.oversetPages, oversetPages),
      frames: done.frames.map((frame, index) =>
        sent[index] === null ? (frames[index] ?? frame) : frame,
      ),
      fits: new Map(done.fits.map((fit) => [fit.storyId, keepSame(fit, fits?.get(fit.storyId))])),
      findings: done.findings,
      tookMs: done.tookMs,
    }
    failure.value = null
    markMoment('pages-shown', { job: done.job, tookMs: done.tookMs })
  }

  const hear = ({ data }: MessageEvent<FromComposer>): void => {
    switch (data.kind) {
      case 'taken':
        tellTaken()
        return
      case 'composed':
        show(data)
        goOn()
        return
      case 'failed':
        failure.value = data.failure
        // It may be the template that is wrong, which the worker then has not.
        lastTemplate = undefined
        goOn()
        return
      case 'hashed':
        if (data.job === job) sha256.value = data.sha256
    }
  }

  /** A worker that ends by itself, or never began, is followed by another at the next change. */
  const part = (event: Event): void => {
    event.preventDefault()
    worker?.terminate()
    worker = undefined
    isBusy = false
    lastIssue = lastTemplate = undefined
    asked = null
    failure.value = WORKER_ENDED
    tellTaken()
    if (waiting === null) return
    const next = waiting
    waiting = null
    asked = next
    start(next)
  }

  function employ(): Worker {
    const employed = takeWorker(host)
    employed.onmessage = hear
    employed.onerror = part
    return employed
  }

  return {
    shown,
    failure,
    sha256,
    outlines,
    /** Resolves once the worker has the first document, or has failed. */
    taken,
    /** Composes a document as soon as the worker is free, unless a newer one comes. */
    compose({ issue, template }: Document): void {
      if (asked?.issue === issue && asked.template === template) return
      const document = { issue, template }
      asked = document
      if (isBusy) waiting = document
      else start(document)
      markMoment('pages-asked', { job: waiting === null ? job : job + 1 })
    },
    dispose(): void {
      worker?.terminate()
    },
  }
}

/** Pages as they were sent, with those that are as they were in their places. */
function withUnchanged(
  sent: readonly (ComposedPage | null)[],
  before: readonly ComposedPage[],
): readonly ComposedPage[] {
  return sent.flatMap((page, index) => page ?? before[index] ?? [])
}

/** The fit that was, where this one says the same: what shows it then stays as it is. */
function keepSame(fit: StoryFit, before: StoryFit | undefined): StoryFit {
  return JSON.stringify(fit) === JSON.stringify(before) ? (before ?? fit) : fit
}
