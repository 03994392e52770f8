import { sortRecentFiles } from './recent-files'
import type { DataFolder } from './data-folder'
import { readdir } from 'node:fs/promises'
import { copySample, listSamples } from './new-draft'

/**
 * A sample to begin with, as a draft, for whoever has opened and written nothing yet; `undefined`
 * for all others.
 */
export async function findFirstFile(
  { recentFiles, drafts, rescued }: DataFolder,
  samplesFolder: string,
): Promise<string | undefined> {
  const { there, gone } = await sortRecentFiles(recentFiles)
  if (there.length + gone.length > 0) return undefined
  for (const folder of [drafts, rescued]) if ((await readdir(folder)).length > 0) return undefined
  const [sample] = await listSamples(samplesFolder)
  return sample === undefined ? undefined : copySample(samplesFolder, sample.name, drafts)
}
