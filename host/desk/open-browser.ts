import { startProgram } from './start-program'

/**
 * Opens an address in the browser of the system; gives whether one was started. Without a display
 * there is none to start. Other people of the machine can read the address: it may hold no secret.
 */
export async function openBrowser(
  address: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const command = commandFor(platform, env, address)
  if (command === undefined) return false
  return startProgram(command).then(
    () => true,
    () => false,
  )
}

function commandFor(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  address: string,
): [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open', address]
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', address]
  const display = env['WAYLAND_DISPLAY'] ?? env['DISPLAY'] ?? ''
  return display === '' ? undefined : ['xdg-open', address]
}
