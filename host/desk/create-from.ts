import type { Input } from '../../bridge/contract'
import { openPackage } from '../package-file'
import type { DeskRoom } from './desk-room'
import { createDraft } from './new-draft'

/**
 * An empty issue as a draft, with what it takes from the issue that it follows; gives its path.
 * @throws {BanxinError} `file-unknown`, or why the issue before cannot be read.
 */
export async function createFrom(
  { paths, context }: DeskRoom,
  { follows, ...request }: Input<'document.create'>,
): Promise<string> {
  const before =
    follows === undefined
      ? undefined
      : (await openPackage(paths.pathOf(follows, 'open-document'))).document.issue
  return createDraft(context.folder.drafts, { ...request, before })
}
