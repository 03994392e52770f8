/** What the parts of this picture agree on: the colours, the camera, and where the bridge stands. */
import { cameraAt } from '../kit/camera.mjs'

/** The paint of the bridge. */
export const IRON = '#a8412f'
/** The paint in shadow. */
export const IRON_DARK = '#6b2c28'
/** The paint in the sun. */
export const IRON_LIGHT = '#d0714f'
/** What distance turns to. */
export const MIST = '#f1dfc6'
/** Height of the deck above the water, in metres. */
export const DECK = 8.6
/** Width of the deck, in metres. */
export const WIDTH = 6.4
/** From pier to pier, in metres. */
export const SPAN = 27
/** Panels of the truss in a span. */
export const PANELS = 9
const START = [30.5, 9.5]
/** Where the bridge leads, in radians from straight ahead. */
export const HEADING = Math.atan2(-1.18, 1)

const camera = cameraAt({ eye: [0, 14.2, 0], focal: 1240, centre: [1010, 372] })

/** A place on the bridge: metres along it, across it, and above the water. */
export const onBridge = (along, across, height) => [
  START[0] + Math.sin(HEADING) * along + Math.cos(HEADING) * across,
  height,
  START[1] + Math.cos(HEADING) * along - Math.sin(HEADING) * across,
]
/** Where a place on the bridge falls on the sheet. */
export const spot = (along, across, height) => camera.spot(...onBridge(along, across, height))
/** Pixels a metre at a place on the bridge. */
export const scaleAt = (along, across) => camera.scaleAt(onBridge(along, across, 0)[2])
