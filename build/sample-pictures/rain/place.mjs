/** What the parts of this picture agree on: the camera, the slope of the steps, the colours. */
import { cameraAt } from '../kit/camera.mjs'

const SLOPE = 0.34
/** Depth of a step, in metres. */
export const TREAD = 0.62
/** Half the width of the steps, in metres. */
export const HALF = 3.7
/** The light of the shops. */
export const GLOW = '#f6c982'
/** What wet shadows turn to. */
export const NIGHTFALL = '#25404c'
/** What distance turns to. */
export const MIST = '#cfd8d2'
/** The camera: see `cameraAt`. */
export const { spot, quad, facing, beside, level, scaleAt, eyeHeight, focal } = cameraAt({
  eye: [0.5, 2.9, 0],
  focal: 900,
  centre: [930, 150],
})

/** Height of the step at depth `z`, in metres. */
export const groundAt = (z) => -Math.floor(z / TREAD) * TREAD * SLOPE
