import { type MarkSpec, Node, type NodeSpec } from 'prosemirror-model'
import { BodyFault } from './body-fault'
import { isId } from './id'
import { type Json, type JsonObject, isJsonArray, isJsonObject, isSafeJson } from './json'
import { type Bilingual, BanxinError } from './message'
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
    throw bodyError(where, describeFault(error))
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
  if (body.type !== bodySchema.topNodeType) {
    throw bodyError(where, { zh: '不是完整的正文', en: 'It is not a whole document' })
  }
  if (body.nodeSize > MAXIMUM_BODY_SIZE) {
    throw bodyError(where, { zh: '太长', en: 'It is too long' })
  }
  const ids = new Set<string>()
  body.descendants((node) => {
    if (node.isText) return
    const id = String(node.attrs['id'])
    if (!isId(id)) {
      const { name } = node.type
      throw bodyError(where, { zh: `${name} 没有合规的 id`, en: `A ${name} has no proper id` })
    }
    if (ids.has(id)) {
      throw bodyError(where, { zh: `两个段落的 id 都是 ${id}`, en: `Two blocks have the id ${id}` })
    }
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
  if (!isSafeJson(json)) {
    throw new BodyFault(
      '不是普通的 JSON，或嵌套过深',
      'It is not plain JSON, or is nested too deep',
    )
  }
  checkNode(json)
}

function checkNode(json: Json): void {
  const node = objectWith(json, ['type', 'attrs', 'content', 'marks', 'text'])
  checkAttributes(node, bodySchema.spec.nodes.get(String(node['type'])))
  const { content = [], marks = [] } = node
  if (!isJsonArray(content) || !isJsonArray(marks))
    throw new BodyFault('应为列表', 'A list is expected')
  content.forEach(checkNode)
  for (const mark of marks) {
    const entries = objectWith(mark, ['type', 'attrs'])
    checkAttributes(entries, bodySchema.spec.marks.get(String(entries['type'])))
  }
}

function checkAttributes(json: JsonObject, spec: NodeSpec | MarkSpec | undefined): void {
  if (spec === undefined) {
    const type = String(json['type'])
    throw new BodyFault(`没有名为 ${type} 的段落或标记`, `There is no block or mark ${type}`)
  }
  if (json['attrs'] !== undefined) objectWith(json['attrs'], Object.keys(spec.attrs ?? {}))
}

function objectWith(json: Json, keys: readonly string[]): JsonObject {
  if (!isJsonObject(json)) throw new BodyFault('应为对象', 'An object is expected')
  const unknown = Object.keys(json).find((key) => !keys.includes(key))
  if (unknown !== undefined) {
    throw new BodyFault(`含有未知的项“${unknown}”`, `The entry ${unknown} is unknown`)
  }
  return json
}

/** What ProseMirror throws is in English, and goes into the English sentence alone. */
function describeFault(error: unknown): Bilingual {
  if (error instanceof BodyFault) return error.fault
  return {
    zh: '段落、文字或标记的组合不合规定',
    en: error instanceof Error ? error.message : String(error),
  }
}

function bodyError(where: string, fault: Bilingual): BanxinError {
  return new BanxinError('story-body-invalid', {
    what: { zh: `稿件正文有误：${fault.zh}`, en: `The text of a story is wrong: ${fault.en}` },
    where,
    mend: {
      zh: '请改正这一篇稿件，或使用备份文件',
      en: 'Mend that story, or use a backup of the file',
    },
  })
}
