import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import type { Node } from 'prosemirror-model'
import { AddMarkStep, Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json'
import { type Command, apply, parseCommand } from './command'
import type { Document } from './document'
import { parseJson } from './json'
import { BanxinError } from './message'
import { parseIssue } from './parse-issue'
import { bodySchema } from './story-schema'
import { parseBody } from './story-body'

const fixture = (name: string): ReturnType<typeof parseJson> => {
  const url = new URL(`../../tests/fixtures/packages/v4/${name}`, import.meta.url)
  return parseJson(readFileSync(url, 'utf8'), name)
}

const start: Document = {
  issue: parseIssue(fixture('issue.json'), 'issue.json'),
  template: fixture('template.json'),
}
const bytesOf = ({ issue, template }: Document): string =>
  canonicalJson(issue) + canonicalJson(template)
const emptyBody = { type: 'doc' }

describe('apply', () => {
  it('brings back, with the inverse of any command, what was before', () => {
    fc.assert(
      fc.property(fc.array(anyIntent, { minLength: 1, maxLength: 12 }), (intents) => {
        let document = start
        for (const intent of intents) {
          const command = commandFor(document, intent)
          const before = bytesOf(document)
          const applied = apply(document, command)
          expect(bytesOf(document)).toBe(before)
          expect(bytesOf(apply(applied.document, applied.inverse).document)).toBe(before)
          document = applied.document
        }
      }),
      { numRuns: 150 },
    )
  })

  it('makes documents that can be read back', () => {
    fc.assert(
      fc.property(fc.array(anyIntent, { maxLength: 12 }), (intents) => {
        const { issue } = intents.reduce(
          (document, intent) => apply(document, commandFor(document, intent)).document,
          start,
        )
        expect(canonicalJson(parseIssue(issue, ''))).toBe(canonicalJson(issue))
      }),
    )
  })

  it('undoes a batch as one', () => {
    fc.assert(
      fc.property(fc.array(anyIntent, { maxLength: 8 }), (intents) => {
        let document = start
        const commands = intents.flatMap((intent) => {
          const command = commandFor(document, intent)
          document = apply(document, command).document
          return command.type === 'batch' ? [] : [command]
        })
        const batch = apply(start, { type: 'batch', commands })
        expect(bytesOf(batch.document)).toBe(bytesOf(document))
        expect(bytesOf(apply(batch.document, batch.inverse).document)).toBe(bytesOf(start))
      }),
      { numRuns: 100 },
    )
  })

  it('takes commands, and their inverses, that went through JSON', () => {
    fc.assert(
      fc.property(anyIntent, (intent) => {
        const command = commandFor(start, intent)
        const { inverse } = apply(start, command)
        for (const each of [command, inverse]) {
          expect(parseCommand(JSON.parse(JSON.stringify(each)))).toEqual(each)
        }
      }),
    )
  })

  it('restores marks that a step covered or drove out', () => {
    const steps = ['strong', 'superscript'].map(
      (name) => new AddMarkStep(1, 20, bodySchema.mark(name)).toJSON() as object,
    )
    for (const id of ['s1-1', 's2-1']) {
      const command = parseCommand({ type: 'editStory', id, steps })
      const applied = apply(start, command)
      expect(bytesOf(applied.document)).not.toBe(bytesOf(start))
      expect(bytesOf(apply(applied.document, applied.inverse).document)).toBe(bytesOf(start))
    }
  })

  it.each([
    [{ type: 'removeSection', id: 's9' }, 'record-not-found'],
    [{ type: 'removeSection', id: 's1' }, 'section-not-empty'],
    [{ type: 'moveSection', id: 's1', index: 2 }, 'position-not-found'],
    [{ type: 'setSection', id: 'constructor', changes: {} }, 'record-not-found'],
    [
      {
        type: 'addSection',
        section: { id: 's1', style: 'news', title: '', stories: [] },
        index: 0,
      },
      'id-taken',
    ],
    [{ type: 'removeStory', id: 's9-1' }, 'record-not-found'],
    [{ type: 'moveStory', id: 's1-1', sectionId: 's9', index: 0 }, 'record-not-found'],
    [{ type: 'moveStory', id: 's1-1', sectionId: 's1', index: 2 }, 'position-not-found'],
    [{ type: 'setStory', id: 's9-1', changes: { headline: '' } }, 'record-not-found'],
    [
      {
        type: 'addStory',
        sectionId: 's1',
        index: 0,
        story: { id: 's1-1', headline: '', status: 'draft', body: emptyBody },
      },
      'id-taken',
    ],
    [
      {
        type: 'addStory',
        sectionId: 's1',
        index: 0,
        story: { id: 'n', headline: '', status: 'draft', body: { type: 'paragraph' } },
      },
      'story-body-invalid',
    ],
    [
      {
        type: 'addStory',
        sectionId: 's1',
        index: 0,
        story: {
          id: 'n',
          headline: '',
          status: 'draft',
          body: {
            type: 'doc',
            content: [{ type: 'figure', attrs: { id: 'b1', asset: '0'.repeat(64) } }],
          },
        },
      },
      'figure-without-asset',
    ],
    [
      { type: 'editStory', id: 's1-1', steps: [{ stepType: 'replace', from: 0, to: 99_999 }] },
      'step-impossible',
    ],
    [{ type: 'editStory', id: 's1-1', steps: [{ stepType: 'nonsense' }] }, 'step-impossible'],
    [{ type: 'editStory', id: 's1-1', steps: [7] }, 'step-impossible'],
    [
      {
        type: 'editStory',
        id: 's1-1',
        steps: [{ stepType: 'attr', pos: 0, attr: 'id', value: 'b2' }],
      },
      'story-body-invalid',
    ],
    [{ type: 'removeAsset', id: '0'.repeat(64) }, 'record-not-found'],
    [{ type: 'setTemplate', template: { format: 'banxin-template' } }, 'template-invalid'],
    [
      {
        type: 'batch',
        commands: [
          { type: 'setIssueDetails', changes: { number: 13 } },
          { type: 'removeStory', id: 's9-1' },
        ],
      },
      'record-not-found',
    ],
  ])('refuses %j, changing nothing', (json, code) => {
    const before = bytesOf(start)
    expect(() => apply(start, parseCommand(json))).toThrowError(expect.objectContaining({ code }))
    expect(() => apply(start, parseCommand(json))).toThrow(BanxinError)
    expect(bytesOf(start)).toBe(before)
  })

  it('keeps a picture that a story shows', () => {
    const [id = ''] = Object.keys(start.issue.assets)
    expect(() => apply(start, { type: 'removeAsset', id })).toThrow(
      'The picture “码头灯.png” is still in use (records.stories.s1-1). Take it out of the story first.',
    )
  })
})

describe('parseCommand', () => {
  it.each([
    [{ type: 'format-disk' }, /command-invalid/],
    [{ type: 'setStory', id: 's1-1', changes: { headline: 4 } }, /changes\.headline/],
    [
      { type: 'setStory', id: 's1-1', changes: { colour: 'red' } },
      /unknown entry “colour” \(changes\)/,
    ],
    [
      { type: 'setIssueDetails', changes: { date: '2026-02-30' } },
      /real date .* \(changes\.date\)/,
    ],
    [{ type: 'batch', commands: [{ type: 'batch', commands: [] }] }, /commands\.0/],
    [JSON.parse('{"type":"setTemplate","template":{"__proto__":{}}}'), /template/],
  ])('refuses %j', (json: unknown, fault) => {
    let message = ''
    try {
      parseCommand(json)
    } catch (error) {
      message = error instanceof BanxinError ? `${error.code} ${error.message}` : String(error)
    }
    expect(message).toMatch(fault)
    expect(message).toMatch(/^command-invalid /)
  })
})

interface Intent {
  readonly kind: number
  readonly a: number
  readonly b: number
  readonly text: string
}

const anyIntent = fc.record<Intent>({
  kind: fc.nat(),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
})

/** A command that the document allows, as an intent picks it. */
function commandFor(document: Document, { kind, a, b, text }: Intent): Command {
  const { issue } = document
  const pick = <Item>(items: readonly Item[], by: number): Item | undefined =>
    items[by % items.length]
  const storyIds = Object.keys(issue.records.stories)
  const id = pick(storyIds, a) ?? ''
  const sectionId = pick(issue.sections, b) ?? ''
  const stories = issue.records.sections[sectionId]?.stories ?? []
  const fresh = `n${String(a)}-${String(b)}-${String(kind)}`
  const assetId = fresh.replaceAll(/\D/g, '').padStart(64, '0').slice(-64)
  const commands: readonly (Command | undefined)[] = [
    {
      type: 'setIssueDetails',
      changes: { number: a, totalNumber: a % 2 === 0 ? null : b, date: '2026-12-31' },
    },
    {
      type: 'setIssueDetails',
      changes: { publication: { name: text, publisher: text, fields: { [text]: text } } },
    },
    issue.records.sections[fresh] === undefined
      ? {
          type: 'addSection',
          section: { id: fresh, style: 'news', title: text, stories: [] },
          index: a % (issue.sections.length + 1),
        }
      : undefined,
    stories.length === 0 && sectionId !== '' ? { type: 'removeSection', id: sectionId } : undefined,
    { type: 'moveSection', id: sectionId, index: a % issue.sections.length },
    {
      type: 'setSection',
      id: sectionId,
      changes: a % 2 === 0 ? { title: text } : { style: 'briefs', title: '' },
    },
    issue.records.stories[fresh] === undefined
      ? {
          type: 'addStory',
          sectionId,
          index: a % (stories.length + 1),
          story: { id: fresh, headline: text, status: 'draft', body: emptyBody },
        }
      : undefined,
    id === '' ? undefined : { type: 'removeStory', id },
    id === '' ? undefined : { type: 'moveStory', id, sectionId, index: 0 },
    id === ''
      ? undefined
      : {
          type: 'setStory',
          id,
          changes: {
            kicker: a % 2 === 0 ? null : text,
            byline: text,
            columns: (b % 6) + 1,
            status: 'final',
          },
        },
    id === ''
      ? undefined
      : { type: 'setStory', id, changes: { headline: text, slot: null, columns: null } },
    issue.assets[assetId] === undefined
      ? {
          type: 'addAsset',
          asset: { id: assetId, mediaType: 'image/png', width: 1, height: 1, name: text },
        }
      : { type: 'removeAsset', id: assetId },
    { type: 'setTemplate', template: { ...(document.template as object), name: text } },
    id === '' ? undefined : editFor(document, id, { kind, a, b, text }),
    id === '' ? undefined : editFor(document, id, { kind: kind + 1, a, b, text }),
    id === '' ? undefined : editFor(document, id, { kind: kind + 2, a, b, text }),
  ]
  return commands[kind % commands.length] ?? { type: 'batch', commands: [] }
}

/** An edit of a story's text such as an editor makes, or a raw step as another program might. */
function editFor(document: Document, id: string, { kind, a, b, text }: Intent): Command {
  const body = parseBody(document.issue.records.stories[id]?.body, id)
  const transform = new Transform(body)
  const blocks = textBlocks(body)
  const { from, to } = blocks[a % Math.max(1, blocks.length)] ?? { from: 0, to: 0 }
  const block = bodySchema.node(
    'paragraph',
    { id: `p${String(a)}x${String(body.nodeSize)}x${String(b)}` },
    bodySchema.text(text),
  )
  const mark = bodySchema.mark(
    ['strong', 'superscript', 'subscript', 'no_break'][b % 4] ?? 'strong',
  )
  if (blocks.length === 0 || kind % 4 === 0) transform.insert(0, block)
  else if (kind % 4 === 1) transform.insert(from + (b % (to - from + 1)), bodySchema.text(text))
  else if (kind % 4 === 2) transform.delete(from + (b % (to - from + 1)), to)
  else transform.step(new AddMarkStep(from, to, mark))
  const steps = transform.steps.map((step) => step.toJSON() as object)
  return parseCommand({ type: 'editStory', id, steps })
}

function textBlocks(body: Node): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  body.descendants((node, position) => {
    if (node.isTextblock) found.push({ from: position + 1, to: position + 1 + node.content.size })
  })
  return found
}
