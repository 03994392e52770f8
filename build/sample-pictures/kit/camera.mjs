/** A pinhole camera for the sample pictures: metres in, pixels out. */
import { straight } from './sheet.mjs'

/**
 * A camera, as the functions that draw through it. X runs right, Y up, Z away. `eye` is where it
 * stands, `focal` its focal length in pixels, `centre` where straight ahead falls on the sheet.
 */
export const cameraAt = ({ eye, focal, centre }) => {
  const depthOf = (z) => Math.max(0.05, z - eye[2])
  /** Where a point of the world falls on the sheet. */
  const spot = (x, y, z) => [
    centre[0] + ((x - eye[0]) / depthOf(z)) * focal,
    centre[1] - ((y - eye[1]) / depthOf(z)) * focal,
  ]
  /** A flat shape through corners of the world. */
  const quad = (...corners) => straight(corners.map((corner) => spot(...corner)))
  return {
    spot,
    quad,
    /** A rectangle that faces the viewer. */
    facing: ([x0, x1], [y0, y1], z) => quad([x0, y0, z], [x1, y0, z], [x1, y1, z], [x0, y1, z]),
    /** A rectangle on a wall that runs away from the viewer. */
    beside: (x, [y0, y1], [z0, z1]) => quad([x, y0, z0], [x, y0, z1], [x, y1, z1], [x, y1, z0]),
    /** A rectangle on a floor or under a roof. */
    level: ([x0, x1], y, [z0, z1]) => quad([x0, y, z0], [x1, y, z0], [x1, y, z1], [x0, y, z1]),
    /** Pixels a metre at depth `z`. */
    scaleAt: (z) => focal / depthOf(z),
    eyeHeight: eye[1],
    focal,
  }
}
