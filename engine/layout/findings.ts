import type { Bilingual, Finding } from '../document/message'
import type { Story } from '../document/story'
import { nameStory } from '../document/story-name'

/** Where a text is that something is amiss with: in a story, or in the furniture of a page. */
export type TextPlace =
  | { readonly story: Story; readonly blockId: string; readonly offset: number }
  | { readonly where: string; readonly pageIndex: number | undefined }

/** Characters named in one finding; the sentence is to be read. */
const MOST_NAMED = 12

/**
 * Characters that no face of their style has glyphs for (shown as boxes, never as blanks), each
 * once, with the family that should have them; `place` is that of the first.
 */
export function missingCharactersFinding(
  characters: readonly string[],
  family: string,
  place: TextPlace,
): Finding {
  return {
    code: 'character-missing',
    severity: 'error',
    explanation: {
      what: describeMissing(characters, family),
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

function describeMissing(characters: readonly string[], family: string): Bilingual {
  const [first = ''] = characters
  const count = characters.length
  if (count === 1) {
    const code = codePointOf(first)
    return {
      zh: `字体“${family}”没有“${first}”（${code}）这个字`,
      en: `${family} has no glyph for “${first}” (${code})`,
    }
  }
  const names = characters
    .slice(0, MOST_NAMED)
    .map((character) => (IS_UNSEEN.test(character) ? codePointOf(character) : character))
  const rest = count > MOST_NAMED ? '…' : ''
  return {
    zh: `字体“${family}”没有这 ${String(count)} 个字：${names.join('、')}${rest}`,
    en: `${family} has no glyphs for these ${String(count)} characters: ${names.join(', ')}${rest}`,
  }
}

/** Private and control characters, blanks and marks, which a list would not show. */
const IS_UNSEEN = /[\p{C}\p{Z}\p{M}]/u

function codePointOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `U+${code}`
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

/** Pages whose lines about other pages are not true after as many passes as are made. */
export function unsettledFinding(story: Story, passes: number): Finding {
  return {
    code: 'pages-unsettled',
    severity: 'error',
    explanation: {
      what: {
        zh: `排了 ${String(passes)} 遍，转版行所说的版次仍与实际不符`,
        en: `After ${String(passes)} passes a jump line still names another page than the right one`,
      },
      where: nameStory(story),
      mend: {
        zh: '请删短稿件，让它在版位里排得下，或给它换一个版位',
        en: 'Cut the story until it fits its slot, or put it into another',
      },
    },
    storyId: story.id,
  }
}

/** A furniture text that is longer than its place on the page; what is beyond it is not printed. */
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
