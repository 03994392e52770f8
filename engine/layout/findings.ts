import type { Finding } from '../document/message'
import type { Story } from '../document/story'
import type { BoundStyle } from './style-book'

/** How a person knows a story: by its headline, or by its id where it has none. */
export function nameStory(story: Story): string {
  return story.headline === '' ? story.id : story.headline
}

/** Where a text is that something is amiss with: in a story, or in the furniture of a page. */
export type TextPlace =
  | { readonly story: Story; readonly blockId: string; readonly offset: number }
  | { readonly where: string; readonly pageIndex: number | undefined }

/** A character that no face of its style has a glyph for (shown as a box, never as a blank). */
export function missingCharacterFinding(
  character: string,
  bound: BoundStyle,
  place: TextPlace,
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
      where: 'story' in place ? nameStory(place.story) : place.where,
      mend: {
        zh: '请换一个写法，或在模板中为这个样式指定后备字体',
        en: 'Write it another way, or name a fallback face for the style in the template',
      },
    },
    ...('story' in place
      ? { storyId: place.story.id, blockId: place.blockId, offset: place.offset }
      : onPage(place.pageIndex)),
  }
}

const onPage = (pageIndex: number | undefined): { readonly pageIndex?: number } =>
  pageIndex === undefined ? {} : { pageIndex }

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

/** A head, a picture or a block that no page can hold: it runs over the foot of its page. */
export function tooTallFinding(story: Story): Finding {
  return {
    code: 'too-tall',
    severity: 'error',
    explanation: {
      what: {
        zh: '稿件里有标题、图片或段落比整个版面还高，会压到页脚',
        en: 'A head, a picture or a block of the story is taller than a page and runs over its foot',
      },
      where: nameStory(story),
      mend: {
        zh: '请缩短标题，或拆开、裁短过高的内容',
        en: 'Shorten the head, or split or crop what is too tall',
      },
    },
    storyId: story.id,
  }
}

/** A furniture text that is longer than its place on the page; only its first line is printed. */
export function furnitureOversetFinding(
  text: string,
  where: string,
  pageIndex: number | undefined,
): Finding {
  return {
    code: 'furniture-overset',
    severity: 'error',
    explanation: {
      what: {
        zh: `“${text}”太长，母版上放不下`,
        en: `“${text}” is too long for its place on the parent page`,
      },
      where,
      mend: {
        zh: '请缩短这一项，或在模板中加宽它的位置',
        en: 'Shorten it, or widen its place in the template',
      },
    },
    ...onPage(pageIndex),
  }
}
