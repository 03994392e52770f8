import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'
import type { Template } from '../document/template'

/** Sections that leave no trace on paper: without stories, or in a style the template lacks. */
export function checkSections(issue: Issue, template: Template): readonly Finding[] {
  return issue.sections.flatMap((id): Finding[] => {
    const section = issue.records.sections[id]
    if (section === undefined) return []
    if (!Object.hasOwn(template.sections, section.style)) {
      const known = Object.keys(template.sections).join(', ')
      return [
        {
          code: 'section-style-missing',
          severity: 'error',
          explanation: {
            what: {
              zh: `模板没有栏目样式“${section.style}”`,
              en: `The template has no section style “${section.style}”`,
            },
            where: section.title,
            mend: { zh: `请改用其中之一：${known}`, en: `Use one of ${known}` },
          },
        },
      ]
    }
    if (section.stories.length > 0) return []
    return [
      {
        code: 'section-empty',
        severity: 'warning',
        explanation: {
          what: {
            zh: '栏目里没有稿件，版面上不会出现',
            en: 'The section has no stories and is not printed',
          },
          where: section.title,
          mend: { zh: '请添加稿件，或删去这个栏目', en: 'Add a story, or remove the section' },
        },
      },
    ]
  })
}
