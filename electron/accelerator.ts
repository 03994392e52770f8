import type { WindowDescription } from '../bridge/window-description'

type Shortcut = NonNullable<WindowDescription['commands'][number]['shortcut']>

const BESIDE = { alt: 'Alt+', shift: 'Shift+' } as const

/** A key of the desk as menus of the system write it: `CmdOrCtrl+Shift+S`. */
export function acceleratorOf({ key, beside }: Shortcut): string {
  const name = key.length === 1 ? key.toUpperCase() : key
  if (beside === 'alone') return name
  return `CmdOrCtrl+${beside === undefined ? '' : BESIDE[beside]}${name}`
}
