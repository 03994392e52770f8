import { describe, expect, it } from 'vitest'
import { findNameFault, toFileName, withEnding } from './file-name'

describe('names of files', () => {
  it('get their ending once', () => {
    expect(withEnding('第42期', '.pdf')).toBe('第42期.pdf')
    expect(withEnding('第42期.PDF', '.pdf')).toBe('第42期.PDF')
  })

  it('are faulted as the host faults them', () => {
    expect(findNameFault('岚江周报-第42期-印厂', '.pdf')).toBeUndefined()
    expect(findNameFault('  ', '.pdf')).toBe('wanted')
    expect(findNameFault('.pdf', '.pdf')).toBe('wanted')
    for (const name of ['a/b', 'a\\b', '..', '.a', 'a.', 'a ', 'a|b', 'a\u0007', 'a:b']) {
      expect(findNameFault(name, '.pdf'), name).toBe('unsuitable')
    }
    expect(findNameFault('版'.repeat(66), '.pdf')).toBe('tooLong')
    expect(findNameFault('版'.repeat(65), '.pdf')).toBeUndefined()
  })

  it('are made of any text', () => {
    expect(toFileName('../江/城:"周报"')).toBe('江-城-周报-')
    expect(findNameFault(toFileName('./\u0000江城|周报'), '.pdf')).toBeUndefined()
  })
})
