/** What the parts of this picture agree on: colours, and where wall and windows stand. */

/** The brick. */
export const WALL = '#5b3f3e'
/** The iron of the windows. */
export const FRAME = '#2c2a30'
/** What the dark turns to. */
export const NIGHT = '#17252f'
/** The left corner of the wall, in pixels. */
export const LEFT = 330
/** The foot of the wall. */
export const FOOT = 838
/** The left edges of the windows. */
export const BAYS = [0, 1, 2, 3, 4].map((index) => 548 + index * 290)
/** The width of a window. */
export const BAY = 226

/** An opening with a low arch over it. */
export const arched = (x, top, width, bottom, rise) =>
  `M${x} ${bottom}L${x} ${top + rise}Q${x + width / 2} ${top - rise} ${x + width} ${top + rise}L${x + width} ${bottom}Z`
