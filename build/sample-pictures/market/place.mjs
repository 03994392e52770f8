/** What the parts of this picture agree on: the camera, the size of the shed, its haze. */
import { cameraAt } from '../kit/camera.mjs'
import { mix } from '../kit/sheet.mjs'

/** The camera: see `cameraAt`. */
export const { spot, quad, facing, beside, level, scaleAt } = cameraAt({
  eye: [-0.5, 2.6, 0],
  focal: 760,
  centre: [600, 372],
})
/** Half the width of the shed, in metres. */
export const HALF = 6.4
/** Height of its eaves. */
export const EAVES = 4.6
/** Height of its ridge. */
export const RIDGE = 7.6
/** Its length. */
export const DEPTH = 34
const HAZE = '#ead9b6'
/** What shadows turn to. */
export const DUSK = '#2b3536'
/** A colour as it looks `z` metres away. */
export const hazed = (colour, z) => mix(colour, HAZE, Math.min(0.68, z / 44))
