import type { Face } from '../engine/fonts/face'
import { openFace } from '../engine/fonts/open-face'
import type { FaceRequest } from '../engine/layout/required-faces'
import { FaceLibrary } from './faces/face-library'
import { systemFontFolders } from './faces/font-folders'
import { scanFaces } from './faces/scan-faces'

/** The faces of this machine, its system looked through once a process. */
export const machineFaces = new FaceLibrary(() => scanFaces(systemFontFolders()))

/**
 * Opens the faces asked for, each once. Where a family lacks the weight its nearest one is taken
 * (CSS Fonts 4, 5.2), as the font book does; where there is no such family a bundled one stands in,
 * and says so.
 * @throws {BanxinError} when a bundled face cannot be read.
 */
export async function loadFaces(
  requests: readonly FaceRequest[],
  library = machineFaces,
): Promise<readonly Face[]> {
  const found = await Promise.all(requests.map((request) => library.find(request)))
  const ids = found.map(({ family, weight }) => `${family}/${weight}`)
  const each = requests.filter((_, index) => ids.indexOf(ids[index] ?? '') === index)
  const read = await Promise.all(each.map((request) => library.read(request)))
  return read.map((face) => openFace(face.bytes, face))
}
