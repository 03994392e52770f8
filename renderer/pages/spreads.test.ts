import { describe, expect, it } from 'vitest'
import type { ComposedPage } from '../../engine/layout/page'
import { spreadsOf } from './spreads'

const page = (index: number, side: ComposedPage['side']): ComposedPage => ({
  index,
  folio: index + 1,
  side,
  parent: 'inside',
  widthMpt: 1,
  heightMpt: 1,
  bleedMpt: 0,
  items: [],
})

describe('spreadsOf', () => {
  it('lays the cover alone on the right, and every verso beside its recto', () => {
    const pages = [page(0, 'recto'), page(1, 'verso'), page(2, 'recto'), page(3, 'verso')]
    const shape = spreadsOf(pages).map(({ verso, recto }) => [verso?.folio, recto?.folio])
    expect(shape).toEqual([
      [undefined, 1],
      [2, 3],
      [4, undefined],
    ])
  })

  it('lays the pages of an issue without facing pages one by one', () => {
    expect(spreadsOf([page(0, 'recto'), page(1, 'recto')])).toHaveLength(2)
  })
})
