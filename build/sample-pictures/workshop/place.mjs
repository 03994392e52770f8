/** What the parts of this picture agree on: the camera, the size of the hall, light and shade. */
import { cameraAt } from '../kit/camera.mjs'

/** The camera: see `cameraAt`. */
export const { spot, quad, facing, beside, level, scaleAt } = cameraAt({
  eye: [0, 2.5, 0],
  focal: 1000,
  centre: [1060, 396],
})
/** Half the width of the hall, in metres. */
export const HALF = 10.5
/** Its height. */
export const TALL = 8.2
/** Its length. */
export const DEPTH = 30
/** What lit faces turn to. */
export const LIGHT = '#f9edcf'
/** What shadows turn to. */
export const SHADE = '#24363c'
