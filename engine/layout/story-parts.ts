import type { Asset } from '../document/asset'
import type { Story } from '../document/story'
import type { StoryBox } from '../document/story-box'
import type { HeadStyles, SectionStyle } from '../document/template-sections'
import { paddingLines } from '../document/template-slots'
import type { Band, BlockBand, Measure } from './band'
import type { BlockKey } from './block-key'
import { type BodyPlace, type SetBody, type SpanningFigure, type Unpinned, setBody } from './body'
import type { CharacterBonds } from './character-bonds'
import { type GridBlock, type HeadText, bondsOfHead, drawHead, setHeadTexts } from './head'
import { type JumpedFrom, drawJumpHead } from './jump-lines'
import { readBody } from './parsed-body'
import { type Part, type TextNote, createPart } from './part'
import type { ShapeMaker } from './shape'
import { type StoryFrame, columnsOf } from './story-frame'
import { StoryTexts } from './story-texts'
import { translateItems } from './translate'
import type { NoteText, Typesetter } from './typesetter'

/** What the make-up chooses about stories, by the keys of their blocks. */
export interface StoryChoice {
  /** Figures that span all columns although nobody chose their span. */
  readonly widened: ReadonlySet<BlockKey>
  /** Texts that take a line more than they need (放行). */
  readonly loosened: ReadonlySet<BlockKey>
}

/** Where a story stands in its issue. */
export interface StoryPlace {
  readonly section: SectionStyle
  readonly frame: StoryFrame
  /** The styles of its head. */
  readonly head: HeadStyles
  /** Blank lines above it. */
  readonly blankBefore: number
  /** Whether it opens the issue. */
  readonly isLead: boolean
  /** Whether it stands in a slot, of which what does not fit is set anew elsewhere. */
  readonly isInSlot: boolean
  /** Its pinned figures that flow with the text: all of them unless it stands whole in main frames. */
  readonly unpinned: Unpinned
  /** Where it goes on, if it began in a slot. */
  readonly jumped: JumpedFrom | undefined
}

type Assets = Readonly<Record<string, Asset>>

interface SetBodyWithNotes {
  readonly body: SetBody
  readonly notes: readonly TextNote[]
}

/** One story, set once for each choice that is made about it: head, pictures and text. */
export class StoryParts {
  readonly #story: Story
  readonly #place: StoryPlace
  readonly #assets: Assets
  readonly #typesetter: Typesetter
  readonly #maker: ShapeMaker
  readonly #bodies = new Map<string, SetBodyWithNotes>()
  readonly #texts = new StoryTexts()
  #parts = new Map<string, Part>()
  #head: BlockBand | undefined
  #headTexts: readonly HeadText[] = []
  /** The bonds that they were broken by. */
  #headBonds: readonly (readonly number[])[] = []

  constructor(
    story: Story,
    place: StoryPlace,
    assets: Assets,
    typesetter: Typesetter,
    maker: ShapeMaker,
  ) {
    this.#story = story
    this.#place = place
    this.#assets = assets
    this.#typesetter = typesetter
    this.#maker = maker
  }

  /** Whether this is the very story in the same place, with the same pictures at hand. */
  isOf(story: Story, place: StoryPlace, assets: Assets): boolean {
    return this.#story === story && this.#assets === assets && isSamePlace(this.#place, place)
  }

  /** Sets its head; what other stories say may move the seams of its headline. */
  setHead(bonds: CharacterBonds): void {
    const { frame, head, isInSlot, jumped } = this.#place
    if (jumped !== undefined) {
      this.#head ??= this.#headBand(
        drawJumpHead(this.#story.headline, jumped.page, this.#typesetter, frame.widthMpt),
      )
      return
    }
    const held = bondsOfHead(this.#story, head, this.#typesetter, bonds)
    if (this.#head !== undefined && held.every((each, at) => each === this.#headBonds[at])) return
    this.#headBonds = held
    const { leading } = this.#typesetter.template.page.typeArea
    const texts = setHeadTexts(this.#story, head, this.#typesetter, frame.widthMpt, bonds)
    if (this.#head !== undefined && isLike(texts, this.#headTexts)) return
    this.#headTexts = texts
    this.#parts = new Map()
    this.#head = this.#headBand(drawHead(texts, this.#story.id, leading, isInSlot))
  }

  #headBand(drawn: GridBlock): BlockBand {
    const { blankBefore, jumped } = this.#place
    const opens = jumped === undefined
    const box = this.#box()
    const { leading } = this.#typesetter.template.page.typeArea
    const padding = paddingLines(box, leading)
    return {
      kind: 'block',
      lines: drawn.lines + padding,
      items: translateItems(drawn.items, box?.inset ?? 0, padding * leading),
      box,
      blankBefore,
      title: opens ? this.#story.headline : '',
      of: { kind: 'story', id: this.#story.id, measure: this.#measure(), opens },
    }
  }

  /** The story by a choice; `name` names what is chosen about this story. */
  part(name: string, choice: StoryChoice): Part {
    const known = this.#parts.get(name)
    if (known !== undefined) return known
    const { body, notes } = this.#body(name, choice)
    const bands = [...(this.#head === undefined ? [] : [this.#head]), ...this.#bandsOf(body)]
    const headNotes: TextNote[] = []
    for (const text of this.#headTexts) this.#noteIn(headNotes)(text.set, text.part)
    const part = createPart(bands, [...headNotes, ...notes], this.#maker, body.pinned)
    this.#parts.set(name, part)
    return part
  }

  #body(name: string, choice: StoryChoice): SetBodyWithNotes {
    const known = this.#bodies.get(name)
    if (known !== undefined) return known
    const { section, frame, isLead, isInSlot, unpinned, jumped } = this.#place
    const { columns, columnWidthMpt, gutterMpt, unitMpt } = this.#measure()
    const place: BodyPlace = {
      typesetter: this.#typesetter,
      section,
      storyId: this.#story.id,
      assets: this.#assets,
      columns,
      columnWidthMpt,
      gutterMpt,
      insetMpt: this.#box()?.inset ?? 0,
      areaWidthMpt: frame.widthMpt,
      areaHeightMpt: frame.heightMpt,
      unitMpt,
      isLead,
      texts: this.#texts,
      keepsTables: isInSlot,
      unpinned,
      from: jumped,
      ...choice,
    }
    const notes: TextNote[] = []
    const body = setBody(readBody(this.#story).body, place, this.#noteIn(notes))
    const set = { body, notes }
    this.#bodies.set(name, set)
    return set
  }

  #bandsOf({ opening, stretches }: SetBody): readonly Band[] {
    const measure = this.#measure()
    const storyId = this.#story.id
    const box = this.#box()
    const padding = paddingLines(box, this.#typesetter.template.page.typeArea.leading)
    const figureBand = (figure: SpanningFigure, opens: boolean): Band => ({
      kind: 'figure',
      ...figure,
      storyId,
      box,
      opens,
    })
    return [
      ...opening.map((figure) => figureBand(figure, true)),
      ...stretches.flatMap(({ content, closing, isWide }, at): Band[] => [
        {
          kind: 'columns',
          storyId,
          box,
          content,
          blankBefore: standsOff(stretches, at) ? 1 : 0,
          ...(isWide ? this.#wideMeasure(measure) : measure),
          linesAfter: at === stretches.length - 1 && closing.length === 0 ? padding : 0,
        },
        ...closing.map((figure) => figureBand(figure, false)),
      ]),
    ]
  }

  /** The box of its section; one in a slot has none of its own. */
  #box(): StoryBox | undefined {
    const { section, isInSlot } = this.#place
    return isInSlot ? undefined : section.box
  }

  #measure(): Measure {
    const { template, styles } = this.#typesetter
    const { section, frame } = this.#place
    const { leadingMpt, sizeMpt } = styles.get(section.body).style
    return {
      ...columnsOf(this.#story, frame, template.page),
      gutterMpt: frame.gutterMpt,
      unitMpt: leadingMpt,
      characterMpt: sizeMpt,
    }
  }

  /** The measure of what spans all columns, on the grid of the page. */
  #wideMeasure({ characterMpt }: Measure): Measure {
    return {
      columns: 1,
      columnWidthMpt: this.#place.frame.widthMpt,
      gutterMpt: 0,
      unitMpt: this.#typesetter.template.page.typeArea.leading,
      characterMpt,
    }
  }

  /** Only of texts with characters that could not be shown is anything to be said. */
  #noteIn(notes: TextNote[]): NoteText {
    return (set, blockId) => {
      if (set.paragraph.missing.length === 0) return
      notes.push({ set, storyId: this.#story.id, where: blockId })
    }
  }
}

/** Whether a stretch stands a line off the one before: a table across all columns, or text by it. */
function standsOff(stretches: SetBody['stretches'], index: number): boolean {
  const before = stretches[index - 1]
  if (before === undefined || before.closing.length > 0) return false
  return before.isWide || stretches[index]?.isWide === true
}

function isSamePlace(one: StoryPlace, other: StoryPlace): boolean {
  return (
    one.section === other.section &&
    one.frame === other.frame &&
    one.head === other.head &&
    one.blankBefore === other.blankBefore &&
    one.isLead === other.isLead &&
    one.isInSlot === other.isInSlot &&
    String(one.unpinned) === String(other.unpinned) &&
    JSON.stringify(one.jumped) === JSON.stringify(other.jumped)
  )
}

function isLike(texts: readonly HeadText[], others: readonly HeadText[]): boolean {
  return (
    texts.length === others.length &&
    texts.every(({ part, set }, at) => others[at]?.part === part && others[at].set === set)
  )
}
