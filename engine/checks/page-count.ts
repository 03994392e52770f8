import type { Finding } from '../document/message'

/** Pages on one folded sheet of a saddle-stitched bulletin. */
const PAGES_PER_SHEET = 4

/** A bulletin is folded from sheets of four pages; another number leaves blank pages. */
export function checkPageCount(count: number): readonly Finding[] {
  const over = count % PAGES_PER_SHEET
  if (count <= 2 || over === 0) return []
  const blank = PAGES_PER_SHEET - over
  return [
    {
      code: 'page-count',
      severity: 'note',
      explanation: {
        what: {
          zh: `共 ${String(count)} 版，不是 4 的倍数，骑马钉装订会多出 ${String(blank)} 个白版`,
          en: `${String(count)} pages are no multiple of 4; stitched, ${String(blank)} stay blank`,
        },
        where: '',
        mend: {
          zh: '请增删稿件或调整图片，或与印厂商定装订方式',
          en: 'Add or cut text, resize pictures, or agree on another binding with the printer',
        },
      },
    },
  ]
}
