/**
 * How V8 is to run where pages are composed: with room for 32 MB of what is young. Composing leaves
 * half a megabyte behind at each keystroke; with the 16 MB that V8 takes by itself, every
 * fourteenth keystroke waits for it to be gone through.
 */
export const YOUNG_SPACE_FLAGS: readonly string[] = [
  '--min-semi-space-size=32',
  '--max-semi-space-size=32',
]
