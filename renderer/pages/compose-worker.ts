import { listen } from './compose-inbox'
import '../without-eval'
import { createCall } from '../../bridge/client'
import { toFailure } from '../../bridge/failure'
import { checkIssue } from '../../engine/checks/check-issue'
import type { Issue } from '../../engine/document/issue'
import { BanxinError } from '../../engine/document/message'
import { parseTemplate, type Template } from '../../engine/document/template'
import { createFontBook } from '../../engine/fonts/font-book'
import { composeIssue } from '../../engine/layout/compose-issue'
import type { Composition } from '../../engine/layout/composition'
import { requiredFaces } from '../../engine/layout/required-faces'
import { createTypesetter, type Typesetter } from '../../engine/layout/typesetter'
import type { LoopbackHost } from '../desk/host-address'
import { reachLoopback } from '../desk/host-client'
import { untilReached } from '../desk/until-reached'
import type { FromComposer, ToComposer } from './compose-messages'
import { HostFaces, OutlineMissing } from './host-faces'
import { withChanges } from './issue-changes'
import { PageChanges } from './page-changes'

type ComposeMessage = Extract<ToComposer, { kind: 'compose' }>

// This room has the types of a window alone; the scope of a worker speaks as a Worker does.
const desk = self as unknown as Worker
const say = (message: FromComposer): void => {
  desk.postMessage(message)
}

const changes = new PageChanges()
const oversetChanges = new PageChanges()
let faces: HostFaces | undefined
let template: Template | undefined
let lastIssue: Issue | undefined
let typesetter: Typesetter | undefined
let typesetterKey = ''
let newestJob = 0

listen((message) => {
  if (message.kind === 'begin') faces = facesOf(message.host)
  else if (faces !== undefined) {
    newestJob = message.job
    void compose(message, faces)
  }
})

/** The faces of a host, waited for while it cannot be reached. */
function facesOf(host: LoopbackHost): HostFaces {
  const call = createCall(reachLoopback(host))
  return new HostFaces((channel, input) => untilReached(() => call(channel, input)))
}

async function compose(message: ComposeMessage, faces: HostFaces): Promise<void> {
  const { job } = message
  say({ kind: 'taken', job })
  const issue = withChanges(message.issue, lastIssue)
  lastIssue = issue
  try {
    if (template === undefined || message.template !== undefined) {
      typesetter = template = undefined
      template = parseTemplate(message.template)
    }
    const requests = requiredFaces(issue, template)
    const open = await faces.get(requests)
    const key = JSON.stringify(requests)
    if (typesetter === undefined || key !== typesetterKey) {
      typesetter = createTypesetter(template, createFontBook(template.fonts, open))
      typesetterKey = key
    }
    const begunMs = performance.now()
    const composition = await composeWith(issue, typesetter, faces)
    const findings = checkIssue({ issue, template, faces: open, ...composition })
    const tookMs = performance.now() - begunMs
    const { pages: printed, oversetPages: overset } = composition
    const outlines = await faces.outlinesOf([...printed, ...overset])
    const pages = changes.of(printed)
    const oversetPages = oversetChanges.of(overset)
    const changed = { ...composition, findings, pages, oversetPages, outlines }
    say({ kind: 'composed', job, ...changed, tookMs })
  } catch (error) {
    say({ kind: 'failed', job, failure: toFailure(asMistake(error)) })
    return
  }
  await hash(job)
}

/** Composes; where an outline is measured that is not here, it is fetched and all begins anew. */
async function composeWith(
  issue: Issue,
  typesetter: Typesetter,
  faces: HostFaces,
): Promise<Composition> {
  for (;;) {
    try {
      return composeIssue(issue, typesetter)
    } catch (error) {
      if (!(error instanceof OutlineMissing)) throw error
      await faces.measure(error)
    }
  }
}

/** A pause in typing, in which there is time to hash all pages. */
const PAUSE_MS = 400

/** Waits for whoever types on: a newer job comes first, and its pages are the ones to be hashed. */
async function hash(job: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
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
