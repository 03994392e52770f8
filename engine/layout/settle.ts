/** How often pages are made at most until what they say of each other is so. */
export const MOST_PASSES = 5

/** What was made by the last pass. */
export interface Settled<Made> {
  readonly made: Made
  /** Whether it is as it says; no further pass is made where five have not brought it there. */
  readonly isSettled: boolean
}

/**
 * Makes what tells of itself where it stands: by a guess at first, then by what the pass before has
 * shown, until a pass shows what it was made by.
 */
export function settle<Said, Made>(
  guess: Said,
  make: (said: Said) => Made,
  read: (made: Made) => Said,
  isSame: (one: Said, other: Said) => boolean,
): Settled<Made> {
  let said = guess
  for (let passes = 1; ; passes += 1) {
    const made = make(said)
    const found = read(made)
    const isSettled = isSame(found, said)
    if (isSettled || passes === MOST_PASSES) return { made, isSettled }
    said = found
  }
}
