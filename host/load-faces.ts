import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import { BanxinError } from '../engine/document/message'
import type { Face } from '../engine/fonts/face'
import { nearestWeight } from '../engine/fonts/font-book'
import { openFace } from '../engine/fonts/open-face'
import { unpackWoff } from '../engine/fonts/woff'
import type { FaceRequest } from '../engine/layout/required-faces'
import { explainFileError } from './file-error'
import { bundledFamilies, locateFace, type FaceFile } from './font-catalogue'

/**
 * Opens the faces asked for, each once. Where a family lacks the weight its nearest one is taken
 * (CSS Fonts 4, 5.2), as the font book does.
 * @throws {BanxinError} `face-missing`, naming what was looked for and what there is.
 */
export async function loadFaces(requests: readonly FaceRequest[]): Promise<readonly Face[]> {
  const files = new Map<string, FaceFile>()
  for (const request of requests) {
    const file = findFace(request)
    files.set(file.path, file)
  }
  return Promise.all([...files.values()].map(openFile))
}

function findFace({ family, weight }: FaceRequest): FaceFile {
  const nearest = nearestWeight(bundledFamilies.get(family) ?? [], weight)
  const file = nearest === undefined ? undefined : locateFace(family, nearest)
  if (file === undefined) throw faceMissing(family)
  return file
}

async function openFile(file: FaceFile): Promise<Face> {
  return openFace(await readSfnt(file), file)
}

/**
 * The bytes of a face as TrueType, and at which of its family's weights it was found.
 * @throws {BanxinError} `face-missing`, naming what was looked for and what there is.
 */
export async function readFace(
  request: FaceRequest,
): Promise<FaceRequest & { readonly bytes: Uint8Array }> {
  const file = findFace(request)
  return { family: file.family, weight: file.weight, bytes: await readSfnt(file) }
}

async function readSfnt({ family, weight, path, packed }: FaceFile): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw explainFileError(error, path)
  })
  return packed ? unpackWoff(bytes, inflate, `${family}/${weight}`) : bytes
}

function inflate(deflated: Uint8Array, length: number): Uint8Array {
  return inflateSync(deflated, { maxOutputLength: length })
}

function faceMissing(family: string): BanxinError {
  const known = [...bundledFamilies.keys()]
  return new BanxinError('face-missing', {
    what: { zh: '找不到字体', en: 'A typeface cannot be found' },
    where: family,
    mend: {
      zh: `请在模板中改用现有的字体：${known.join('、')}`,
      en: `Name one that there is in the template: ${known.join(', ')}`,
    },
  })
}
