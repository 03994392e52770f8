import * as z from 'zod'
import { inWords } from './fault'
import type { FigurePin } from './figure-pin'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { isSafeJson, type Scalar } from './json'
import { columnsSchema } from './story-columns'

type Numbers = Readonly<Record<string, number>>

/**
 * What is said of a block: a word, a number, the numbers of a crop, the corners of an outline, the
 * place where a figure is pinned.
 */
export type BodyAttribute = Scalar | Numbers | readonly Numbers[] | Readonly<FigurePin>

/** A node of a story body as ProseMirror writes it. */
export interface BodyNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, BodyAttribute>>
  readonly content?: readonly BodyNode[]
  readonly marks?: readonly BodyMark[]
  readonly text?: string
}

/** A mark on the text of a story body. */
export interface BodyMark {
  readonly type: string
  readonly attrs?: Readonly<Record<string, string | number>>
}

/** Only the outer shape: what a body may hold is for `parseBody` to say. */
const bodySchema = z.custom<BodyNode>(
  (value) => isSafeJson(value) && typeof value === 'object' && value !== null && 'type' in value,
  inWords('正文应为 ProseMirror 文档', 'a body is a ProseMirror document'),
)

const headLine = z.string().min(1).max(500).exactOptional()

/** How far a story has come: written, read by the three readers (三审), released (定稿). */
const storyStatusSchema = z.enum([
  'draft',
  'first-review',
  'second-review',
  'third-review',
  'final',
])

/** A story (稿件): its head, its body and how it is placed. A head part that it lacks is absent. */
export const storySchema = z.strictObject({
  id: idSchema,
  /** 引题, above the headline. */
  kicker: headLine,
  /** 主题; empty for a story that is only briefs. */
  headline: z.string().max(500),
  /** 副题, below the headline. */
  deck: headLine,
  /** 署名. */
  byline: headLine,
  body: bodySchema,
  /** The named slot of a parent page that it fills; it flows with its section without one. */
  slot: z.string().min(1).max(100).exactOptional(),
  /** Columns of its body, where they differ from its section's. */
  columns: columnsSchema.exactOptional(),
  status: storyStatusSchema,
})

/** See `storySchema`. */
export type Story = Immutable<z.infer<typeof storySchema>>
