import { createRequire } from 'node:module'
import { arch, platform, versions } from 'node:process'
import type sharp from 'sharp'

const require = createRequire(import.meta.url)

/**
 * The library for pixels, loaded when it is first wanted. In Electron on Linux it is the build for
 * WebAssembly, which gives the same bytes more slowly: the native one has a GLib of its own, whose
 * names mix with those of the GLib that Electron has loaded, and ends the process.
 */
export async function loadSharp(): Promise<typeof sharp> {
  if (versions['electron'] !== undefined && platform === 'linux') replaceNative()
  return (await import('sharp')).default
}

/** Puts the build for WebAssembly where the library looks for the native one. */
function replaceNative(): void {
  const native = resolveOptional(`@img/sharp-linux-${arch}/sharp.node`)
  // Where only the other one is installed, the library finds it by itself.
  if (native === undefined || require.cache[native] !== undefined) return
  const portable = require.resolve('@img/sharp-wasm32/sharp.node')
  require(portable)
  require.cache[native] = require.cache[portable]
}

function resolveOptional(name: string): string | undefined {
  try {
    return require.resolve(name)
  } catch {
    return undefined
  }
}
