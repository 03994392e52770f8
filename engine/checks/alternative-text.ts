import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'
import { nameStory } from '../document/story-name'
import { storyBlocksOf, wordsOf } from './story-blocks'

/**
 * Pictures that nothing is said of for those who cannot see them: one finding a story, at the
 * first of them. Figures that wait for a picture show nothing that could be described.
 */
export function checkAlternativeTexts(issue: Issue): readonly Finding[] {
  return storyBlocksOf(issue).flatMap(({ story, blocks }): readonly Finding[] => {
    const lacking = blocks.filter(
      (block) =>
        block.type === 'figure' &&
        Object.hasOwn(issue.assets, wordsOf(block, 'asset')) &&
        wordsOf(block, 'alt').trim() === '',
    )
    const [first] = lacking
    if (first === undefined) return []
    const count = lacking.length
    return [
      {
        code: 'alternative-text-missing',
        severity: 'note',
        explanation: {
          what: {
            zh: `有 ${String(count)} 张图片没有替代文字`,
            en:
              count === 1
                ? '1 picture has no alternative text'
                : `${String(count)} pictures have no alternative text`,
          },
          where: nameStory(story),
          mend: {
            zh: '请用一句话写出图里有什么，供看不见图的读者听读',
            en: 'Say in a sentence what is shown, for readers who cannot see it',
          },
        },
        storyId: story.id,
        blockId: wordsOf(first, 'id'),
      },
    ]
  })
}
