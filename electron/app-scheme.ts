import { protocol } from 'electron'
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

/** Serves the built desk from its folder, and only what really lies in it. */
export function serveScheme(root: string): void {
  protocol.handle(SCHEME, async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const isAsked = host === HOST && (method === 'GET' || method === 'HEAD')
    const file = isAsked ? await readStaticFile(root, pathname) : undefined
    return new Response(file === undefined ? null : new Uint8Array(file.bytes), {
      status: file === undefined ? 404 : 200,
      headers: {
        ...PAGE_HEADERS,
        ...(file === undefined ? {} : { 'content-type': file.mediaType }),
        ...(file?.isNamedByContent === true ? { 'cache-control': KEPT } : {}),
      },
    })
  })
}
