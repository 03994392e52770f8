import { encode } from 'uqr'
import { BLACK } from '../document/ink'
import type { PathItem, PathStep, Source } from './page'

function encodeQr(text: string): ReturnType<typeof encode> {
  return encode(text, { ecc: 'M', border: 0 })
}

/** The white that a code of a side needs around it: four modules (ISO/IEC 18004, 9.1). */
export function quietZoneMpt(text: string, sideMpt: number): number {
  return Math.ceil((sideMpt * 4) / encodeQr(text).size)
}

/**
 * A QR code (ISO/IEC 18004, error correction M) as one black path: each horizontal run of dark
 * modules is a rectangle. The quiet zone is the white around it, which the caller leaves. Of a
 * blank text nothing is drawn: its code would look sound on paper and lead nowhere.
 */
export function drawQrCode(
  text: string,
  xMpt: number,
  yMpt: number,
  sideMpt: number,
  source: Source,
): readonly PathItem[] {
  if (text.trim() === '') return []
  const { data, size } = encodeQr(text)
  const steps: PathStep[] = []
  const edge = (module: number): number => Math.round((module * sideMpt) / size)
  data.forEach((row, rowIndex) => {
    let from = 0
    while (from < size) {
      if (row[from] !== true) {
        from += 1
        continue
      }
      let to = from
      while (to < size && row[to] === true) to += 1
      addRectangle(
        steps,
        xMpt + edge(from),
        yMpt + edge(rowIndex),
        xMpt + edge(to),
        yMpt + edge(rowIndex + 1),
      )
      from = to
    }
  })
  return [{ kind: 'path', steps, ink: BLACK, source }]
}

function addRectangle(
  steps: PathStep[],
  left: number,
  top: number,
  right: number,
  bottom: number,
): void {
  steps.push(
    { op: 'M', xMpt: left, yMpt: top },
    { op: 'L', xMpt: right, yMpt: top },
    { op: 'L', xMpt: right, yMpt: bottom },
    { op: 'L', xMpt: left, yMpt: bottom },
    { op: 'Z' },
  )
}
