import * as z from 'zod'
import type { Ink } from './ink'
import { inWords, validate } from './fault'
import { areaWidthMpt, describePageFault, pageSchema } from './template-page'
import { parentSchema } from './template-parents'
import { findLooseBoxes } from './template-boxes'
import { findUnlistedFields } from './template-fields'
import { findEndlessTints, mixInks, PRESET_INKS } from './template-inks'
import { collectReferences } from './template-references'
import { sectionStyleSchema } from './template-sections'
import { LEAST_CHARACTERS, findSlotFaults } from './template-slots'
import {
  type ParagraphStyle,
  fontRoleSchema,
  nameSchema,
  paragraphStyleSchema,
  resolveStyle,
  swatchSchema,
} from './template-styles'

/** The name of a field of a publication: such a name as the front matter of a manuscript takes. */
const fieldNameSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._·-]{0,30}$/u)

const records = <Value extends z.ZodType>(value: Value) => z.record(nameSchema, value)

/**
 * A template as designers write it: the page, colours, styles, parent pages and section styles.
 * Lengths are parsed to thousandths of a point here and nowhere else.
 */
export const templateSchema = z
  .strictObject({
    format: z.literal('banxin-template'),
    version: z.literal(1),
    id: nameSchema,
    name: z.string().min(1).max(100),
    page: pageSchema,
    fonts: records(fontRoleSchema),
    swatches: records(swatchSchema),
    styles: records(paragraphStyleSchema),
    parents: records(parentSchema),
    /**
     * Which parent each page has, and how many pages there may be. Pages inside go through a list
     * of parents in order, and keep to its last when it is used up.
     */
    sequence: z.strictObject({
      first: nameSchema,
      inside: z.union([
        nameSchema.transform((name) => [name]),
        z.array(nameSchema).min(1).max(100),
      ]),
      last: nameSchema,
      /** That of an issue of one page; the first page's where none is named. */
      only: nameSchema.optional(),
      maximumPages: z.int().min(1).max(1000),
    }),
    sections: records(sectionStyleSchema),
    /**
     * How a story jumps (转版) from its slot: the style of the lines that say so, and that of its
     * headline where it goes on.
     */
    jump: z.strictObject({ line: nameSchema, headline: nameSchema }).optional(),
    /** The section style that a section of a manuscript gets. */
    assign: z.strictObject({ first: nameSchema, briefs: nameSchema, other: nameSchema }),
    /** What an issue starts with where its manuscript says nothing. */
    publication: z.strictObject({
      name: z.string().min(1).max(100),
      publisher: z.string().min(1).max(200),
      notice: z.string().max(200).optional(),
      /** What else its furniture prints, by the names under which an issue keeps it. */
      fields: z
        .array(fieldNameSchema)
        .max(32)
        .refine((names) => new Set(names).size === names.length, inWords('有重名', 'one is twice'))
        .default([]),
    }),
  })
  .superRefine((template, context) => {
    const complain = (path: (string | number)[], zh: string, en: string): void => {
      context.addIssue({ code: 'custom', path, ...inWords(zh, en) })
    }
    const fault = describePageFault(template.page)
    if (fault !== undefined) complain(['page'], fault.zh, fault.en)
    for (const { path, kind, name } of collectReferences(template)) {
      const known = kind === 'swatches' && PRESET_INKS.has(name)
      if (known || Object.hasOwn(template[kind], name)) continue
      complain(path, `${kind} 里没有“${name}”`, `there is no “${name}” in ${kind}`)
    }
    for (const name of findEndlessTints(template.swatches)) {
      complain(
        ['swatches', name, 'of'],
        '绕回了自己，或一层层引用太深',
        'it leads back to itself, or through too many tints',
      )
    }
    for (const { path, name } of findLooseBoxes(template)) {
      complain(
        path,
        `前面没有 id 为“${name}”的文字`,
        `there is no text with the id “${name}” before it`,
      )
    }
    for (const { path, name } of findUnlistedFields(template, template.publication.fields)) {
      complain(
        path,
        `publication.fields 里没有“${name}”，请先列在那里`,
        `there is no “${name}” in publication.fields; list it there`,
      )
    }
    for (const name of Object.keys(template.styles)) {
      const style = resolveStyle(template.styles, name, template.page.typeArea.leading)
      if (!('missing' in style)) continue
      const { missing } = style
      complain(
        ['styles', name, 'basedOn'],
        `“${missing}”不存在，或绕回了自己`,
        `“${missing}” is missing or based on itself`,
      )
    }
    for (const [name, { columns, gutter, box }] of Object.entries(template.sections)) {
      const widthMpt = areaWidthMpt(template.page) - 2 * (box?.inset ?? 0)
      const textMpt = widthMpt - gutter * (columns - 1)
      if (textMpt >= columns * LEAST_CHARACTERS * template.page.typeArea.character) continue
      complain(
        ['sections', name, 'columns'],
        `每栏不足 ${String(LEAST_CHARACTERS)} 个字，请减少栏数或栏距`,
        `a column would hold fewer than ${String(LEAST_CHARACTERS)} characters; use fewer columns or a smaller gutter`,
      )
    }
    for (const { path, what } of findSlotFaults(template)) complain(path, what.zh, what.en)
    for (const [name, { main }] of Object.entries(template.parents)) {
      if (main.firstLine + main.lines <= template.page.typeArea.lines) continue
      complain(
        ['parents', name, 'main'],
        '超出了版心的最后一行',
        'it reaches below the last line of the type area',
      )
    }
  })

type TemplateRecord = z.infer<typeof templateSchema>

/** A template ready to compose with: read, checked, its styles and colours resolved by name. */
export interface Template extends Omit<TemplateRecord, 'styles' | 'swatches'> {
  readonly styles: ReadonlyMap<string, ParagraphStyle>
  readonly inks: ReadonlyMap<string, Ink>
}

/**
 * A template from its raw JSON.
 * @throws {BanxinError} `template-invalid`, naming the path of the first fault.
 */
export function parseTemplate(json: unknown): Template {
  if (typeof json !== 'object' || json === null) return readTemplate(json)
  const known = parsedTemplates.get(json) ?? readTemplate(json)
  parsedTemplates.set(json, known)
  return known
}

/** Raw templates are immutable, so each is parsed once for as long as it is held. */
const parsedTemplates = new WeakMap<object, Template>()

function readTemplate(json: unknown): Template {
  const {
    styles: specs,
    swatches,
    ...rest
  } = validate(templateSchema, json, {
    code: 'template-invalid',
    where: 'template.json',
    what: { zh: '模板有误', en: 'The template is wrong' },
    mend: { zh: '请在模板文件中改正这一处', en: 'Mend that place in the template file' },
  })
  const styles = new Map<string, ParagraphStyle>()
  for (const name of Object.keys(specs)) {
    const style = resolveStyle(specs, name, rest.page.typeArea.leading)
    if (!('missing' in style)) styles.set(name, style)
  }
  return { ...rest, styles, inks: mixInks(swatches) }
}
