import { type MarkSpec, Node, type NodeSpec } from 'prosemirror-model'
import { isId } from './id'
import { type Json, type JsonObject, isJsonArray, isJsonObject, isSafeJson } from './json'
import { BanxinError } from './message'
import { bodySchema } from './story-schema'
import type { BodyNode } from './story'

/** The longest body, in ProseMirror positions: a story of half a million characters is a book. */
export const MAXIMUM_BODY_SIZE = 500_000

/**
 * The body of a story as a ProseMirror document that its schema allows, each block with an id of
 * its own. `where` names the story in messages.
 * @throws {BanxinError} `story-body-invalid`, saying what is wrong.
 */
export function parseBody(json: unknown, where: string): Node {
  let body: Node
  try {
    checkEntries(json)
    body = Node.fromJSON(bodySchema, json)
    body.check()
  } catch (error) {
    throw bodyError(where, error instanceof Error ? error.message : String(error))
  }
  checkBody(body, where)
  return body
}

/**
 * What the schema cannot say of a body: that it is a whole document of a sane size, and that its
 * blocks have ids that differ.
 * @throws {BanxinError} `story-body-invalid`
 */
export function checkBody(body: Node, where: string): void {
  if (body.type !== bodySchema.topNodeType) throw bodyError(where, 'It is not a whole document')
  if (body.nodeSize > MAXIMUM_BODY_SIZE) throw bodyError(where, 'It is too long')
  const ids = new Set<string>()
  body.descendants((node) => {
    if (node.isText) return
    const id = String(node.attrs['id'])
    if (!isId(id)) throw bodyError(where, `A ${node.type.name} has no proper id`)
    if (ids.has(id)) throw bodyError(where, `Two blocks have the id ${id}`)
    ids.add(id)
  })
}

/** A body as it is kept: every attribute written out, neighbouring text of like marks joined. */
export function bodyToJson(body: Node): BodyNode {
  return body.toJSON() as BodyNode
}

/** The assets that the figures of a body show, in order; figures without one are left out. */
export function collectAssets(body: BodyNode): string[] {
  const asset = body.type === 'figure' ? body.attrs?.['asset'] : undefined
  const own = typeof asset === 'string' && asset !== '' ? [asset] : []
  return [...own, ...(body.content ?? []).flatMap(collectAssets)]
}

/** ProseMirror passes over entries that it does not know; here they are faults, lest they be lost. */
function checkEntries(json: unknown): void {
  if (!isSafeJson(json)) throw new RangeError('It is not plain JSON, or is nested too deep')
  checkNode(json)
}

function checkNode(json: Json): void {
  const node = objectWith(json, ['type', 'attrs', 'content', 'marks', 'text'])
  checkAttributes(node, bodySchema.spec.nodes.get(String(node['type'])))
  const { content = [], marks = [] } = node
  if (!isJsonArray(content) || !isJsonArray(marks)) throw new RangeError('A list is expected')
  content.forEach(checkNode)
  for (const mark of marks) {
    const entries = objectWith(mark, ['type', 'attrs'])
    checkAttributes(entries, bodySchema.spec.marks.get(String(entries['type'])))
  }
}

function checkAttributes(json: JsonObject, spec: NodeSpec | MarkSpec | undefined): void {
  if (spec === undefined) throw new RangeError(`There is no block or mark ${String(json['type'])}`)
  if (json['attrs'] !== undefined) objectWith(json['attrs'], Object.keys(spec.attrs ?? {}))
}

function objectWith(json: Json, keys: readonly string[]): JsonObject {
  if (!isJsonObject(json)) throw new RangeError('An object is expected')
  const unknown = Object.keys(json).find((key) => !keys.includes(key))
  if (unknown !== undefined) throw new RangeError(`The entry ${unknown} is unknown`)
  return json
}

function bodyError(where: string, fault: string): BanxinError {
  return new BanxinError('story-body-invalid', {
    what: { zh: `稿件正文有误：${fault}`, en: `The text of a story is wrong: ${fault}` },
    where,
    mend: {
      zh: '请改正这一篇稿件，或使用备份文件',
      en: 'Mend that story, or use a backup of the file',
    },
  })
}
