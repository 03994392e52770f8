import * as z from 'zod'
import type { Immutable } from './immutable'
import { type Issue, issueSchema } from './issue'
import { change } from './records'

const { publication, number, totalNumber, date } = issueSchema.shape

/** What an issue says of itself; a `null` takes the total number away. */
export const setIssueDetailsSchema = z.strictObject({
  type: z.literal('setIssueDetails'),
  changes: z.strictObject({
    publication: publication.exactOptional(),
    number: number.exactOptional(),
    totalNumber: totalNumber.unwrap().nullable().exactOptional(),
    date: date.exactOptional(),
  }),
})

/** See `setIssueDetailsSchema`. */
export type SetIssueDetails = Immutable<z.infer<typeof setIssueDetailsSchema>>

/** Makes the change; the inverse names the same entries as they were. */
export function setIssueDetails(
  issue: Issue,
  command: SetIssueDetails,
): { readonly issue: Issue; readonly inverse: SetIssueDetails } {
  const { changed, back } = change(issue, command.changes)
  return {
    issue: issueSchema.parse(changed),
    inverse: setIssueDetailsSchema.parse({ type: command.type, changes: back }),
  }
}
