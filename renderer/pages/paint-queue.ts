/** What of a frame painting may take, so that a desk of many pages goes on answering. */
const BUDGET_MS = 10

const waiting = new Set<() => void>()
let request = 0
let tellPainted: () => void = () => undefined

/** Resolves once the pages that were seen first have been painted. */
export const firstPainted = new Promise<void>((resolve) => {
  tellPainted = resolve
})

/**
 * Has something painted in the next frame; where many wait, in one of the next, in the order in
 * which they came. Asked for again before then, it is painted once.
 */
export function paintSoon(paint: () => void): void {
  waiting.add(paint)
  request ||= requestAnimationFrame(paintFrame)
}

/** Calls off what was to be painted. */
export function leaveUnpainted(paint: () => void): void {
  waiting.delete(paint)
}

function paintFrame(): void {
  request = 0
  const begunMs = performance.now()
  for (const paint of waiting) {
    waiting.delete(paint)
    paint()
    if (performance.now() - begunMs > BUDGET_MS) break
  }
  if (waiting.size > 0) request = requestAnimationFrame(paintFrame)
  else requestAnimationFrame(tellPainted)
}
