import { describe, expect, it } from 'vitest'
import { nameStory } from './story-name'

describe('nameStory', () => {
  it('takes the headline, or the id of a story without one', () => {
    expect(nameStory({ id: 's1', headline: '新堤上的第一个早晨' })).toBe('新堤上的第一个早晨')
    expect(nameStory({ id: 's1', headline: '' })).toBe('s1')
  })

  it('cuts a long headline, and never in the middle of a character', () => {
    expect(nameStory({ id: 's1', headline: '堤'.repeat(16) })).toBe('堤'.repeat(16))
    expect(nameStory({ id: 's1', headline: '堤'.repeat(17) })).toBe(`${'堤'.repeat(16)}…`)
    expect(nameStory({ id: 's1', headline: '𠮷'.repeat(17) })).toBe(`${'𠮷'.repeat(16)}…`)
    expect(nameStory({ id: 's1', headline: 'The first dawn. Over the dike' })).toBe(
      'The first dawn.…',
    )
  })
})
