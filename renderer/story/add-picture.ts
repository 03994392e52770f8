import type { DeskContext } from '../desk/desk-context'

const ACCEPTED = 'image/jpeg,image/png'

/**
 * Takes a picture into the issue; gives its asset.
 * @throws {BanxinError} what is wrong with the picture
 */
export async function addPicture({ client, open }: DeskContext, file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { documentId } = open
  const asset = await client.call('asset.add', { documentId, name: file.name || 'picture', bytes })
  if (open.content.value.issue.assets[asset.id] === undefined) {
    open.execute([{ type: 'addAsset', asset }])
  }
  return asset.id
}

/** Asks for a picture of this machine; `undefined` when a person thinks better of it. */
export function choosePictureFile(): Promise<File | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = ACCEPTED
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      resolve(input.files?.[0])
    })
    input.addEventListener('cancel', () => {
      resolve(undefined)
    })
    input.click()
  })
}

/** The pictures among files that were dropped or pasted. */
export function picturesIn(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])].filter(({ type }) => ACCEPTED.split(',').includes(type))
}
