import { join } from 'node:path'
import type { Output } from '../../bridge/contract'
import type { Client } from '../../bridge/client'
import { chooseFile, writeEmptyIssue, type Workplace } from './test-desk'

/** Writes an empty issue of that name and opens it. */
export async function openNewIssue(
  client: Client,
  work: Workplace,
  name: string,
): Promise<Output<'document.open'>['document']> {
  await writeEmptyIssue(join(work.files, name))
  return openNamed(client, name)
}

/** Opens the issue of that name. */
export async function openNamed(
  client: Client,
  name: string,
): Promise<Output<'document.open'>['document']> {
  const fileId = await chooseFile(client, 'open-document', name)
  return (await client.call('document.open', { fileId })).document
}

/** Gives an issue a number as one batch on top of a revision. */
export async function setNumber(
  client: Client,
  documentId: string,
  base: number,
  number: number,
): Promise<number> {
  const { revision } = await client.call('document.apply', {
    documentId,
    base,
    batchId: `n${String(base)}-${String(number)}`,
    commands: [{ type: 'setIssueDetails', changes: { number } }],
  })
  return revision
}
