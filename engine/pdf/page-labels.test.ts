import { describe, expect, it } from 'vitest'
import { pageOf } from '../../tests/readers/set-page'
import { pageLabels } from './page-labels'

const labels = (...folios: number[]) => pageLabels(folios.map((folio) => pageOf([], { folio })))

describe('pageLabels', () => {
  it('counts on from the first page', () => {
    expect(labels(5, 6, 7)).toEqual([0, { S: 'D', St: 5 }])
  })

  it('starts anew where the numbers jump', () => {
    expect(labels(1, 2, 9, 10, 10)).toEqual([
      0,
      { S: 'D', St: 1 },
      2,
      { S: 'D', St: 9 },
      4,
      { S: 'D', St: 10 },
    ])
  })
})
