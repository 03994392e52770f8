/** A day and a time of it, said as near as people say them. */
export type ShownTime =
  | { readonly day: 'today' | 'yesterday'; readonly time: string }
  | { readonly day: 'other'; readonly date: string }

const DAY_MS = 24 * 60 * 60 * 1_000

/** How a moment is said at another, later one: its time today and yesterday, else its date. */
export function showTime(moment: Date, now: Date, locale: string): ShownTime {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
  const time = moment.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  if (moment.getTime() >= midnight) return { day: 'today', time }
  if (moment.getTime() >= midnight - DAY_MS) return { day: 'yesterday', time }
  const isThisYear = moment.getFullYear() === now.getFullYear()
  const date = moment.toLocaleDateString(locale, {
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
  })
  return { day: 'other', date }
}
