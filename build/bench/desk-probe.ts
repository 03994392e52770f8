import type { Moments } from '../../renderer/desk/mark-moment'

/** What a page of the desk tells of itself; milliseconds. */
export interface DeskTimes {
  /** From the beginning of its navigation to the frame after a page was first painted. */
  openMs: number
  /** From the last click to the frame after a page was first painted since. */
  reopenMs: number
  /** What each composing took in the worker. */
  readonly composedMs: number[]
  /** From each change of text to the frame after a page with it was painted. */
  readonly paintedMs: number[]
}

declare global {
  interface Window {
    deskTimes: DeskTimes
  }
}

/** Runs in the page before any script of its own, and hears the moments that the desk marks. */
export function installProbe(): void {
  const times: DeskTimes = { openMs: 0, reopenMs: 0, composedMs: [], paintedMs: [] }
  window.deskTimes = times
  let typed: { readonly atMs: number; job: number }[] = []
  let shownJob = 0
  let clickedMs: number | null = null
  /** What is painted in one frame is on the screen when the next begins. */
  const afterPaint = (act: (nowMs: number) => void): void => {
    requestAnimationFrame(() => {
      act(performance.now())
    })
  }
  const hear: { readonly [Name in keyof Moments]: (detail: Moments[Name]) => void } = {
    'pages-asked': ({ job }) => {
      for (const each of typed) each.job ||= job
    },
    'pages-shown': ({ job, tookMs }) => {
      shownJob = job
      times.composedMs.push(tookMs)
    },
    'page-painted': () => {
      const painted = typed.filter(({ job }) => job > 0 && job <= shownJob)
      typed = typed.filter((each) => !painted.includes(each))
      afterPaint((nowMs) => {
        times.openMs ||= nowMs
        if (clickedMs !== null) times.reopenMs = nowMs - clickedMs
        clickedMs = null
        times.paintedMs.push(...painted.map(({ atMs }) => nowMs - atMs))
      })
    },
  }
  const mark = performance.mark.bind(performance)
  performance.mark = (name, options) => {
    const entry = mark(name, options)
    if (Object.hasOwn(hear, name)) hear[name as keyof Moments](entry.detail as never)
    return entry
  }
  addEventListener('click', ({ timeStamp }) => (clickedMs = timeStamp), true)
  addEventListener('beforeinput', ({ timeStamp }) => typed.push({ atMs: timeStamp, job: 0 }), true)
}
