import * as z from 'zod'
import { type AssetCommand, applyAssetCommand, assetCommandSchemas } from './asset-command'
import type { Document } from './document'
import { validate } from './fault'
import type { Issue } from './issue'
import { type SetIssueDetails, setIssueDetails, setIssueDetailsSchema } from './issue-command'
import { type Json, jsonSchema } from './json'
import { type SectionCommand, applySectionCommand, sectionCommandSchemas } from './section-command'
import { type StoryCommand, applyStoryCommand, storyCommandSchemas } from './story-command'
import { type EditStory, editStory, editStorySchema } from './story-edit'
import { parseTemplate } from './template'

const singleCommandSchema = z.discriminatedUnion('type', [
  setIssueDetailsSchema,
  ...sectionCommandSchemas,
  ...storyCommandSchemas,
  editStorySchema,
  ...assetCommandSchemas,
  z.strictObject({ type: z.literal('setTemplate'), template: jsonSchema }),
])

/** A change of a document, as plain JSON. A batch is made whole or not at all. */
export const commandSchema = z.discriminatedUnion('type', [
  ...singleCommandSchema.options,
  z.strictObject({ type: z.literal('batch'), commands: z.array(singleCommandSchema).max(1_000) }),
])

interface SetTemplate {
  readonly type: 'setTemplate'
  readonly template: Json
}

type IssueCommand = SetIssueDetails | SectionCommand | StoryCommand | EditStory | AssetCommand
type SingleCommand = IssueCommand | SetTemplate

/** See `commandSchema`. */
export type Command =
  SingleCommand | { readonly type: 'batch'; readonly commands: readonly SingleCommand[] }

/**
 * A command from outside.
 * @throws {BanxinError} `command-invalid`, naming the path of the fault.
 */
export function parseCommand(json: unknown): Command {
  return validate(commandSchema, json, {
    code: 'command-invalid',
    where: '',
    what: { zh: '无法识别的改动', en: 'The change cannot be understood' },
    mend: { zh: '请更新版心后再试', en: 'Update Banxin, then try once more' },
  })
}

/** A document after a command, and the command that brings back what it was before. */
export interface Applied<C extends Command = Command> {
  readonly document: Document
  readonly inverse: C
}

/**
 * Makes a change, pure: the same document and command give the same result, and the document
 * that went in stays as it was. What comes out can be saved and read back.
 * @throws {BanxinError} where the document does not allow the command; nothing is changed then.
 */
export function apply(document: Document, command: Command): Applied {
  if (command.type !== 'batch') return applySingle(document, command)
  const inverses: SingleCommand[] = []
  let after = document
  for (const single of command.commands) {
    const applied = applySingle(after, single)
    after = applied.document
    inverses.unshift(applied.inverse)
  }
  return { document: after, inverse: { type: 'batch', commands: inverses } }
}

function applySingle(document: Document, command: SingleCommand): Applied<SingleCommand> {
  if (command.type === 'setTemplate') {
    const { id, version } = parseTemplate(command.template)
    return {
      document: {
        issue: { ...document.issue, template: { id, version } },
        template: command.template,
      },
      inverse: { type: 'setTemplate', template: document.template },
    }
  }
  const { issue, inverse } = applyToIssue(document.issue, command)
  return { document: { ...document, issue }, inverse }
}

function applyToIssue(
  issue: Issue,
  command: IssueCommand,
): { readonly issue: Issue; readonly inverse: SingleCommand } {
  switch (command.type) {
    case 'setIssueDetails':
      return setIssueDetails(issue, command)
    case 'addSection':
    case 'removeSection':
    case 'moveSection':
    case 'setSection':
      return applySectionCommand(issue, command)
    case 'addStory':
    case 'removeStory':
    case 'moveStory':
    case 'setStory':
      return applyStoryCommand(issue, command)
    case 'editStory':
      return editStory(issue, command)
    case 'addAsset':
    case 'removeAsset':
      return applyAssetCommand(issue, command)
  }
}
