import { readFaceRecords, type FaceRecord } from './face-record'
import { findFontFiles } from './find-font-files'

/** Files read at a time; more would only take the disk from others. */
const READERS = 4

/** All faces below some folders, in the order in which their files are found; never throws. */
export async function scanFaces(folders: readonly string[]): Promise<readonly FaceRecord[]> {
  const files = await findFontFiles(folders)
  const read: (readonly FaceRecord[])[] = []
  const waiting = files.entries()
  const readOn = async (): Promise<void> => {
    for (const [order, path] of waiting) read[order] = await readFaceRecords(path)
  }
  await Promise.all(Array.from({ length: READERS }, readOn))
  return read.flat()
}
