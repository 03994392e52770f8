/** A memory that forgets: what has long been asked for by nobody goes. */
export interface Generations<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  /**
   * Called between two composes: when the younger generation has grown full, the older one is
   * forgotten and the younger one takes its place.
   */
  turn(): void
}

/** A memory whose younger generation is full at `mostYoung` entries. */
export function createGenerations<Key, Value>(mostYoung: number): Generations<Key, Value> {
  let young = new Map<Key, Value>()
  let old = new Map<Key, Value>()
  return {
    get(key) {
      const value = young.get(key)
      if (value !== undefined) return value
      const older = old.get(key)
      if (older !== undefined) young.set(key, older)
      return older
    },
    set(key, value) {
      young.set(key, value)
    },
    turn() {
      if (young.size < mostYoung) return
      old = young
      young = new Map()
    },
  }
}
