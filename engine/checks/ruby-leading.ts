import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'
import type { BodyNode } from '../document/story'
import { nameStory } from '../document/story-name'
import type { Template } from '../document/template'
import { storyBlocksOf, wordsOf } from './story-blocks'

/** The least leading of text with rubies, in thousandths of its size: tone marks reach 1.4 em up. */
const LEAST_LEADING_MILLI = 1_600

/** Stories with rubies whose lines stand so close that a ruby meets the line above: one finding each. */
export function checkRubyLeading(issue: Issue, template: Template): readonly Finding[] {
  const tight = new Set(
    Object.values(issue.records.sections).flatMap(({ style, stories }) =>
      isTight(style, template) ? stories : [],
    ),
  )
  return storyBlocksOf(issue).flatMap(({ story, blocks }): readonly Finding[] => {
    const first = tight.has(story.id) ? blocks.find(hasRuby) : undefined
    if (first === undefined) return []
    return [
      {
        code: 'ruby-leading',
        severity: 'note',
        explanation: {
          what: {
            zh: '注音可能碰到上一行：行距不到字号的 1.6 倍',
            en: 'Rubies may meet the line above: the leading is less than 1.6 times the size',
          },
          where: nameStory(story),
          mend: {
            zh: '请把正文行距放宽到字号的 1.6 倍以上，或把注音写在括号里',
            en: 'Give the body a leading of 1.6 ems and more, or put the reading in brackets',
          },
        },
        storyId: story.id,
        blockId: wordsOf(first, 'id'),
      },
    ]
  })
}

function isTight(sectionStyle: string, { sections, styles }: Template): boolean {
  if (!Object.hasOwn(sections, sectionStyle)) return false
  const body = styles.get(sections[sectionStyle]?.body ?? '')
  return body !== undefined && body.leadingMpt * 1000 < body.sizeMpt * LEAST_LEADING_MILLI
}

function hasRuby({ content = [] }: BodyNode): boolean {
  return content.some(({ marks = [] }) => marks.some(({ type }) => type === 'ruby'))
}
