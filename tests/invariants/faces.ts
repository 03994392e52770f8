import type { Face } from '../../engine/fonts/face'
import type { FaceStack } from '../../engine/fonts/face-stack'
import { openBundledFace } from '../readers/bundled-faces'

/** Song, Hei and Kai, each with the same Latin companion. */
export function openStacks(): Readonly<Record<'song' | 'hei' | 'kai', FaceStack>> {
  const latin = openBundledFace('latin')
  const stackOf = (han: Face): FaceStack => ({ han, latin, fallbacks: [] })
  return {
    song: stackOf(openBundledFace('song')),
    hei: stackOf(openBundledFace('hei')),
    kai: stackOf(openBundledFace('kai')),
  }
}
