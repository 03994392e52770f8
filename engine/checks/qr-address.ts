import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'
import { nameStory } from '../document/story-name'
import { storyBlocksOf, wordsOf } from './story-blocks'

/** QR codes without an address: on paper there is only the room for them. */
export function checkQrAddresses(issue: Issue): readonly Finding[] {
  return storyBlocksOf(issue).flatMap(({ story, blocks }) =>
    blocks
      .filter((block) => block.type === 'qr_code' && wordsOf(block, 'data').trim() === '')
      .map((block): Finding => ({
        code: 'qr-without-address',
        severity: 'error',
        explanation: {
          what: {
            zh: '二维码没有填网址',
            en: 'The QR code has no address',
          },
          where: nameStory(story),
          mend: {
            zh: '请填上网址，或删去这个二维码',
            en: 'Give it an address, or remove it',
          },
        },
        storyId: story.id,
        blockId: wordsOf(block, 'id'),
      })),
  )
}
