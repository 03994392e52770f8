import * as z from 'zod'
import { assetIdSchema, assetSchema } from './asset'
import { inWords } from './fault'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { sectionSchema } from './section'
import { storySchema } from './story'

/** The version of the issue format that this engine writes. */
export const ISSUE_VERSION = 4

const line = z.string().min(1).max(300)

/** Who publishes the periodical, as its masthead and imprint say it. */
export const publicationSchema = z.strictObject({
  name: line,
  publisher: line,
  editor: line.exactOptional(),
  address: line.exactOptional(),
  phone: line.exactOptional(),
  /** Such as 内部资料 免费交流. */
  notice: line.exactOptional(),
  /** Whatever else the imprint tells, by its name: 准印证号, 印数. */
  fields: z
    .record(line, z.string().max(300))
    .refine((fields) => Object.keys(fields).length <= 64, inWords('最多 64 项', 'at most 64')),
})

/** The day of an issue, `YYYY-MM-DD`, and on the calendar. */
export const dateSchema = z.iso.date()

/** How many sections an issue has at most. */
export const MAXIMUM_SECTIONS = 500

/** Assets beyond this many would not fit the package that is to hold them. */
export const MAXIMUM_ASSETS = 9_000

/** An issue (期): flat records by id, their order in arrays of ids. */
export const issueSchema = z.strictObject({
  format: z.literal('banxin'),
  version: z.literal(ISSUE_VERSION),
  id: idSchema,
  publication: publicationSchema,
  /** 期号. */
  number: z.int().min(0).max(999_999),
  /** 总期号. */
  totalNumber: z.int().min(0).max(999_999).exactOptional(),
  date: dateSchema,
  /** Which template the issue carries. */
  template: z.strictObject({ id: z.string().min(1).max(100), version: z.int().min(1) }),
  sections: z.array(idSchema).max(MAXIMUM_SECTIONS),
  records: z.strictObject({
    sections: z.record(idSchema, sectionSchema),
    stories: z.record(idSchema, storySchema),
  }),
  assets: z
    .record(assetIdSchema, assetSchema)
    .refine(
      (assets) => Object.keys(assets).length <= MAXIMUM_ASSETS,
      inWords(
        `最多 ${String(MAXIMUM_ASSETS)} 张图片`,
        `at most ${String(MAXIMUM_ASSETS)} pictures`,
      ),
    ),
})

/** See `issueSchema`. */
export type Issue = Immutable<z.infer<typeof issueSchema>>
