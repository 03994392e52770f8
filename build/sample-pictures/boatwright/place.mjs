/** What the parts of this picture agree on: its colours, the plank, and where the knuckles meet it. */

/** What shadows turn to. */
export const DUSK = '#2a2622'
/** What lit edges turn to. */
export const LIGHT = '#fbe8c0'
/** The man’s skin. */
export const SKIN = '#c48a63'
/** The woods of the hull, strake by strake. */
export const WOODS = ['#b98350', '#a9733f', '#c4935c', '#b17a48']

/** Where the knuckles meet the wood, in pixels. */
export const KNOCK = [424, 626]
/** The front face of the plank, in pixels. */
export const PLANK = { left: 40, right: 800, top: 640, deep: 46 }
