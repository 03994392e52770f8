/**
 * A pinhole camera for the sample pictures: metres in, pixels out. X runs right, Y up, Z away.
 * `eye` is where it stands, `focal` its focal length in pixels, `centre` where straight ahead falls.
 */
export const cameraAt = ({ eye, focal, centre }) => {
  const project = ([x, y, z]) => {
    const depth = Math.max(0.05, z - eye[2])
    return [centre[0] + ((x - eye[0]) / depth) * focal, centre[1] - ((y - eye[1]) / depth) * focal]
  }
  /** Pixels a metre at depth `z`. */
  const scaleAt = (z) => focal / Math.max(0.05, z - eye[2])
  return { project, scaleAt, eyeHeight: eye[1], focal }
}
