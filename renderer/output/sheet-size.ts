/** The measures of a page, as a composed page and a template have them. */
interface Sheet {
  readonly widthMpt: number
  readonly heightMpt: number
  readonly bleedMpt: number
}

const MPT_PER_MM = 72_000 / 25.4

/** A sheet as people speak of it: `A4` or `260 × 375`, and its bleed in millimetres. */
export function nameSheet({ widthMpt, heightMpt, bleedMpt }: Sheet): {
  readonly size: string
  readonly bleed: number
} {
  const mm = (mpt: number): number => Math.round(mpt / MPT_PER_MM)
  const [width, height] = [mm(widthMpt), mm(heightMpt)]
  const size = width === 210 && height === 297 ? 'A4' : `${String(width)} × ${String(height)}`
  return { size, bleed: mm(bleedMpt) }
}
