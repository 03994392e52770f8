import { watch } from 'vue'
import { type Client, createClient } from '../../bridge/client'
import type { Output } from '../../bridge/contract'
import type { Opened } from '../files/issue-files'
import { type Composer, createComposer } from '../pages/composer'
import { firstPainted } from '../pages/paint-queue'
import type { HostAddress } from './host-address'
import { reachHost } from './host-client'
import { dismissCode, hostUnreachable, tell, tellError } from './notices'

/** The host of this desk, and what is found there. */
export interface Beginning {
  readonly host: HostAddress
  readonly client: Client
  /** Rejects with what kept the host from being reached. */
  readonly found: Promise<Found>
  /**
   * Resolves once the page may be built: the worker has the issue, or there is none, or either
   * keeps a person waiting.
   */
  readonly handedOver: Promise<void>
}

/** What the host has to show at first. */
export interface Found {
  readonly state: Output<'desk.state'>
  /** What was open already, else what the desk was started for. */
  readonly opened: (Opened & { readonly composer: Composer }) | null
}

/** Comes to the host and has its issue composed, while the views of the desk are still loading. */
export function begin(host: HostAddress): Beginning {
  const client = createClient(reachHost(host))
  client.on('host.notice', ({ message, severity }) => {
    tell(message, severity)
  })
  let isConnected = true
  client.onConnection((connected) => {
    // Told once as it is lost, for it is tried again each second.
    if (connected === isConnected) return
    isConnected = connected
    if (connected) dismissCode(hostUnreachable.code)
    else tell(hostUnreachable, 'error')
  })
  const found = look(host, client)
  // Whoever shows the desk tells of it, once the views are there to tell it.
  found.catch(() => undefined)
  return { host, client, found, handedOver: handOver(found) }
}

/** So long nobody looks at an empty page for the sake of pages that come sooner. */
const MOST_EMPTY_MS = 600

/** A browser gives a worker that is starting nothing while the page is busy being built. */
async function handOver(found: Promise<Found>): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, MOST_EMPTY_MS))
  const handed = found.then(({ opened }) => opened?.composer.taken).catch(() => undefined)
  await Promise.race([handed, patience])
}

async function look(host: HostAddress, client: Client): Promise<Found> {
  const state = await client.call('desk.state', {})
  // A file that cannot be opened keeps nobody from opening another.
  const opened = await openFirst(client, state).catch((error: unknown) => {
    tellError(error)
    return null
  })
  if (opened === null) {
    void loadOtherFaces()
    return { state, opened }
  }
  const composer = createComposer(host)
  composer.compose(opened.document)
  // The pages, which have faces of their own, are shown first.
  void firstPainted.then(loadOtherFaces)
  watch(composer.failure, loadOtherFaces, { once: true })
  return { state, opened: { ...opened, composer } }
}

/** The faces of headlines, text and captions where they are written. */
const loadOtherFaces = () => import('../styles/other-faces')

async function openFirst(client: Client, { open, start }: Found['state']): Promise<Opened | null> {
  const [already] = open
  if (already !== undefined) {
    const { documentId } = already
    return { document: await client.call('document.state', { documentId }), recoveredBatches: 0 }
  }
  return start === null ? null : client.call('document.open', { fileId: start.fileId })
}
