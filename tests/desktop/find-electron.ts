import { findRuntime } from '../../build/electron-runtime.mjs'

const hasScreen =
  process.platform !== 'linux' ||
  (process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'] ?? '') !== ''

/** The Electron to try the app in; `undefined` where there is none, or no screen. */
export const electron = hasScreen ? findRuntime()?.program : undefined

// In CI both are installed, so that nothing is skipped there.
if (electron === undefined && process.env['BANXIN_CI'] === '1') {
  throw new Error('The desktop suite needs a screen and an Electron: npm run runtime')
}
