import type { Client } from '../../bridge/client'

type DeskFace = readonly [family: string, weight: number]

/** What the controls are set in. */
export const CONTROL_FACES: readonly DeskFace[] = [['Noto Sans SC', 400]]

/** What else the desk is set in: headlines, text and captions where they are written. */
export const OTHER_FACES: readonly DeskFace[] = [
  ['Noto Sans SC', 500],
  ['Noto Serif SC', 400],
  ['Noto Serif SC', 700],
  ['LXGW WenKai', 400],
  ['Noto Serif SC', 900],
]

/** Makes the faces that the desk is set in known to the page, so that it looks alike everywhere. */
export async function useFaces(client: Client, faces: readonly DeskFace[]): Promise<void> {
  for (const [family, weight] of faces) {
    const face = await client.call('font.read', { family, weight })
    const loaded = new FontFace(family, face.bytes as Uint8Array<ArrayBuffer>, {
      weight: String(weight),
    })
    document.fonts.add(await loaded.load())
  }
}
