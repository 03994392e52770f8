/** Marks of the styles of Chinese type in the names of families. */
const STYLES: readonly (readonly [marks: RegExp, family: string])[] = [
  [/楷|kai/i, 'LXGW WenKai'],
  [/黑|圆|等线|hei|yuan|dengxian|sans|gothic|arial|helvetica/i, 'Noto Sans SC'],
]
const OTHERWISE = 'Noto Serif SC'

/** The bundled family that stands in for one that is not to be had, as like it as its name tells. */
export function standInFor(family: string): string {
  return STYLES.find(([marks]) => marks.test(family))?.[1] ?? OTHERWISE
}
