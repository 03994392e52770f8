import type { Asset } from '../../engine/document/asset'
import type { DeskContext } from '../desk/desk-context'
import { ACCEPTED_PICTURES, sortFiles } from './picture-files'

/**
 * Gives a picture to the host, which looks at it; it is part of the issue once a command adds its
 * asset.
 * @throws {BanxinError} what is wrong with the picture
 */
export async function uploadPicture({ client, open }: DeskContext, file: File): Promise<Asset> {
  const { pictures, refusal } = sortFiles([file])
  if (pictures.length === 0 && refusal !== undefined) throw refusal
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { documentId } = open
  const name = file.name.slice(-255) || 'picture'
  return client.call('asset.add', { documentId, name, bytes })
}

/** Asks for pictures of this machine; none when a person thinks better of it. */
export function choosePictureFiles(several: boolean): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = ACCEPTED_PICTURES
  input.multiple = several
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])])
    })
    input.addEventListener('cancel', () => {
      resolve([])
    })
    input.click()
  })
}
