import type { Finding } from '../document/message'
import type { Story } from '../document/story'
import type { BoundStyle } from './style-book'

/** How a person knows a story: by its headline, or by its id where it has none. */
export function nameStory(story: Story): string {
  return story.headline === '' ? story.id : story.headline
}

/** A character that no face of its style has a glyph for (shown as a box, never as a blank). */
export function missingCharacterFinding(
  character: string,
  bound: BoundStyle,
  story: Story | undefined,
  blockId: string,
): Finding {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const family = bound.character.stack.han.family
  return {
    code: 'character-missing',
    severity: 'error',
    explanation: {
      what: {
        zh: `字体“${family}”没有“${character}”（U+${code}）这个字`,
        en: `${family} has no glyph for “${character}” (U+${code})`,
      },
      where: story === undefined ? blockId : nameStory(story),
      mend: {
        zh: '请换一个写法，或在模板中为这个样式指定后备字体',
        en: 'Write it another way, or name a fallback face for the style in the template',
      },
    },
    ...(story === undefined ? {} : { storyId: story.id, blockId }),
  }
}

/** A story that no longer fits into the pages that the template allows (溢出). */
export function oversetFinding(story: Story, lines: number, maximumPages: number): Finding {
  return {
    code: 'overset',
    severity: 'error',
    explanation: {
      what: {
        zh: `稿件溢出 ${String(lines)} 行，模板最多 ${String(maximumPages)} 版`,
        en: `The story is overset by ${String(lines)} lines; the template allows ${String(maximumPages)} pages`,
      },
      where: nameStory(story),
      mend: {
        zh: '请删减文字、缩小或撤下图片，或放宽模板的版数',
        en: 'Cut text, shrink or drop pictures, or let the template have more pages',
      },
    },
    storyId: story.id,
  }
}
