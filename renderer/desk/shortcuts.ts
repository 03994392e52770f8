const isApple = /Mac|iP/.test(navigator.userAgent)

/** The name of the key that commands are given with on this machine. */
export const COMMAND_KEY = isApple ? '⌘' : 'Ctrl'

const BESIDE = { none: ['', ''], alt: ['⌥', 'Alt+'], shift: ['⇧', 'Shift+'] } as const

/** How a key with the command key, and perhaps another beside it, is written for this machine. */
export function keyName(key: string, beside: keyof typeof BESIDE = 'none'): string {
  const [apple, other] = BESIDE[beside]
  return isApple ? `${apple}⌘${key}` : `Ctrl+${other}${key}`
}

/** A key together with the command key, with another beside it, or alone. */
export interface Shortcut {
  /** As `KeyboardEvent.key` has it, letters small. */
  readonly key: string
  readonly beside?: 'alt' | 'shift' | 'alone'
}

/** How a shortcut is written for this machine. */
export function nameShortcut({ key, beside }: Shortcut): string {
  const name = key.length === 1 ? key.toUpperCase() : key
  return beside === 'alone' ? name : keyName(name, beside)
}

/** Whether an event is that of a shortcut. */
export function isPressed({ key, beside }: Shortcut, event: KeyboardEvent): boolean {
  const hasCommand = isApple ? event.metaKey : event.ctrlKey
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    hasCommand === (beside !== 'alone') &&
    event.altKey === (beside === 'alt') &&
    event.shiftKey === (beside === 'shift')
  )
}
