import { protocol } from 'electron'
import type { Dispatch } from '../bridge/dispatcher'
import { FRAME_TYPE } from '../bridge/loopback-transport'
import { answerFrame } from '../host/desk/answer-frame'
import { KEPT, PAGE_HEADERS } from '../host/desk/page-headers'
import { readStaticFile } from '../host/desk/static-files'

const SCHEME = 'app'
const HOST = 'banxin'

/** Where the pages of the desk come from, and nothing else does. */
export const DESK_ORIGIN = `${SCHEME}://${HOST}`

/** Makes the scheme one that the web trusts as it does https; to be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/**
 * Serves the built desk from its folder, and only what really lies in it; and faces, which workers
 * ask for as of a loopback host, for a page that is being built lets nothing through.
 */
export function serveScheme(root: string, faces: Dispatch): void {
  protocol.handle(SCHEME, (request) => {
    const { host, pathname } = new URL(request.url)
    if (host !== HOST) return notFound()
    return request.method === 'POST'
      ? answerCall(request, pathname, faces)
      : sendFile(root, pathname)
  })
}

async function sendFile(root: string, pathname: string): Promise<Response> {
  const file = await readStaticFile(root, pathname)
  if (file === undefined) return notFound()
  const kept = file.isNamedByContent ? { 'cache-control': KEPT } : {}
  return new Response(new Uint8Array(file.bytes), {
    headers: { ...PAGE_HEADERS, 'content-type': file.mediaType, ...kept },
  })
}

/** Another origin would have to ask first whether it may send that type, and gets no answer. */
async function answerCall(
  request: Request,
  pathname: string,
  dispatch: Dispatch,
): Promise<Response> {
  const channel = /^\/call\/([^/]+)$/.exec(pathname)?.[1]
  if (channel === undefined || request.headers.get('content-type') !== FRAME_TYPE) {
    return notFound()
  }
  const asked = new Uint8Array(await request.arrayBuffer())
  const { ok, frame } = await answerFrame(dispatch, channel, asked)
  return new Response(new Uint8Array(frame), {
    status: ok ? 200 : 422,
    headers: { ...PAGE_HEADERS, 'content-type': FRAME_TYPE },
  })
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: PAGE_HEADERS })
}
