import type { Asset } from '../../engine/document/asset'
import { ISSUE_VERSION, type Issue } from '../../engine/document/issue'
import type { BodyNode, Story } from '../../engine/document/story'

/** An issue of the weekly that has one story, with this body and these pictures. */
export function issueOfOneStory(
  body: readonly BodyNode[],
  more: Partial<Pick<Story, 'columns'>> = {},
  assets: readonly Asset[] = [],
): Issue {
  return {
    format: 'banxin',
    version: ISSUE_VERSION,
    id: 'i1',
    publication: { name: '试排周报', publisher: '试排编辑部', fields: {} },
    number: 1,
    date: '2026-01-02',
    template: { id: 'weekly', version: 1 },
    sections: ['c'],
    records: {
      sections: { c: { id: 'c', style: 'news', title: '要闻', stories: ['s'] } },
      stories: {
        s: {
          id: 's',
          headline: '渡口',
          status: 'draft',
          body: { type: 'doc', content: body },
          ...more,
        },
      },
    },
    assets: Object.fromEntries(assets.map((asset) => [asset.id, asset])),
  }
}
