import { type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, Step } from 'prosemirror-transform'
import * as z from 'zod'
import { BodyFault } from './body-fault'
import { commandError } from './command-error'
import { checkFigures } from './figures'
import { idSchema } from './id'
import type { Issue } from './issue'
import { type Json, jsonSchema } from './json'
import { lookUp } from './records'
import { bodyToJson, checkBody, parseBody } from './story-body'
import { withStory } from './story-command'
import { bodySchema } from './story-schema'

/** A change of one story's text, as ProseMirror steps in the order in which they were made. */
export const editStorySchema = z.strictObject({
  type: z.literal('editStory'),
  id: idSchema,
  steps: z.array(jsonSchema).max(10_000),
})

/** See `editStorySchema`. */
export interface EditStory {
  readonly type: 'editStory'
  readonly id: string
  readonly steps: readonly Json[]
}

/**
 * Makes the change; the inverse brings back the same text, marks and ids.
 * @throws {BanxinError} `record-not-found`, `step-impossible`, `story-body-invalid` or
 * `figure-without-asset`.
 */
export function editStory(
  issue: Issue,
  command: EditStory,
): { readonly issue: Issue; readonly inverse: EditStory } {
  const story = lookUp(issue.records.stories, command.id, 'records.stories')
  const path = `records.stories.${story.id}.body`
  const before = parseBody(story.body, path)
  const { after, undo } = takeSteps(before, command, path)
  checkBody(after, path)
  const body = bodyToJson(after)
  checkFigures(issue.assets, body, path)
  const inverse = restores(before, after, undo) ? undo : [replaceAll(before, after)]
  return {
    issue: withStory(issue, { ...story, body }),
    inverse: { ...command, steps: inverse.map((step) => jsonSchema.parse(step.toJSON())) },
  }
}

function takeSteps(
  before: Node,
  command: EditStory,
  path: string,
): { readonly after: Node; readonly undo: readonly Step[] } {
  const undo: Step[] = []
  let after = before
  try {
    for (const json of command.steps) {
      const step = Step.fromJSON(bodySchema, json)
      undo.unshift(step.invert(after))
      const { doc, failed } = step.apply(after)
      if (doc === null) throw new RangeError(failed ?? 'A step does not apply')
      after = doc
    }
    after.check()
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    throw commandError('step-impossible', path, {
      zh: `这一改动不适用于正文${error instanceof BodyFault ? `：${error.fault.zh}` : ''}`,
      en: `The change does not suit the text: ${fault}`,
    })
  }
  return { after, undo }
}

/**
 * Whether steps lead back to the text that was. The inverse of adding a mark does not, where a
 * part of its range had that mark before, or one that it excludes.
 */
function restores(before: Node, after: Node, undo: readonly Step[]): boolean {
  const back = undo.reduce<Node | null>(
    (body, step) => (body === null ? null : step.apply(body).doc),
    after,
  )
  return back?.eq(before) ?? false
}

function replaceAll(before: Node, after: Node): Step {
  return new ReplaceStep(0, after.content.size, new Slice(before.content, 0, 0))
}
