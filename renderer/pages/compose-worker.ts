import '../without-eval'
import { toFailure } from '../../bridge/failure'
import { checkIssue } from '../../engine/checks/check-issue'
import type { Json } from '../../engine/document/json'
import { BanxinError } from '../../engine/document/message'
import { parseTemplate } from '../../engine/document/template'
import { createFontBook } from '../../engine/fonts/font-book'
import { composeIssue } from '../../engine/layout/compose-issue'
import { requiredFaces } from '../../engine/layout/required-faces'
import { createTypesetter, type Typesetter } from '../../engine/layout/typesetter'
import type { FromComposer, ToComposer } from './compose-messages'
import { FaceRequests } from './face-requests'
import { PageChanges } from './page-changes'

type ComposeMessage = Extract<ToComposer, { kind: 'compose' }>

// This room has the types of a window alone; the scope of a worker speaks as a Worker does.
const desk = self as unknown as Worker
const say = (message: FromComposer): void => {
  desk.postMessage(message)
}

const faces = new FaceRequests((request) => {
  say({ kind: 'faceWanted', request })
})
const changes = new PageChanges()
let template: Json = null
let typesetter: Typesetter | undefined
let typesetterKey = ''
let newestJob = 0

desk.onmessage = ({ data }: MessageEvent<ToComposer>) => {
  if (data.kind === 'face') faces.take(data.request, data.face)
  else if (data.kind === 'faceFailed') faces.fail(data.request, data.failure)
  else {
    newestJob = data.job
    void compose(data)
  }
}
say({ kind: 'ready' })

async function compose(message: ComposeMessage): Promise<void> {
  const { job, issue } = message
  try {
    if (message.template !== undefined) {
      template = message.template
      typesetter = undefined
    }
    const parsed = parseTemplate(template)
    const requests = requiredFaces(issue, parsed)
    const open = await faces.get(requests)
    const begunMs = performance.now()
    const key = JSON.stringify(requests)
    if (typesetter === undefined || key !== typesetterKey) {
      typesetter = createTypesetter(parsed, createFontBook(parsed.fonts, open))
      typesetterKey = key
    }
    const composition = composeIssue(issue, typesetter)
    const findings = checkIssue({ issue, template: parsed, ...composition })
    const tookMs = performance.now() - begunMs
    const pages = changes.of(composition.pages)
    const outlines = changes.outlines(pages, (id) => faces.face(id))
    say({ kind: 'composed', job, ...composition, findings, pages, outlines, tookMs })
  } catch (error) {
    say({ kind: 'failed', job, failure: toFailure(asMistake(error)) })
    return
  }
  await hash(job)
}

/** Waits for whoever types on: a newer job comes first, and its pages are the ones to be hashed. */
async function hash(job: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve))
  if (job !== newestJob) return
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(changes.json))
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'))
  say({ kind: 'hashed', job, sha256: sha256.join('') })
}

function asMistake(error: unknown): BanxinError {
  if (error instanceof BanxinError) return error
  return new BanxinError('compose-failed', {
    what: { zh: '排版时出错', en: 'The pages could not be composed' },
    where: error instanceof Error ? error.message : String(error),
    mend: {
      zh: '写下的内容没有丢；请撤销上一步再试',
      en: 'Nothing written is lost; undo the last step and try again',
    },
  })
}
