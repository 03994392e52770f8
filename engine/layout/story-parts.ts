import type { Asset } from '../document/asset'
import type { Story } from '../document/story'
import { areaHeightMpt, areaWidthMpt } from '../document/template-page'
import type { SectionStyle } from '../document/template-sections'
import type { Band, BlockBand, Measure } from './band'
import type { BlockKey } from './block-key'
import { type BodyPlace, type SetBody, type SpanningFigure, setBody } from './body'
import type { CharacterBonds } from './character-bonds'
import { type HeadText, bondsOfHead, drawHead, setHeadTexts } from './head'
import { readBody } from './parsed-body'
import { type Part, type TextNote, createPart } from './part'
import type { ShapeMaker } from './shape'
import { columnsOf } from './story-columns'
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
  /** Whether it opens its section. */
  readonly isFirst: boolean
  /** Whether it opens the issue. */
  readonly isLead: boolean
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
  isOf(story: Story, { section, isFirst, isLead }: StoryPlace, assets: Assets): boolean {
    const own = this.#place
    return (
      this.#story === story &&
      this.#assets === assets &&
      own.section === section &&
      own.isFirst === isFirst &&
      own.isLead === isLead
    )
  }

  /** Sets its head; what other stories say may move the seams of its headline. */
  setHead(bonds: CharacterBonds): void {
    const { section, isFirst } = this.#place
    const { page } = this.#typesetter.template
    const styles = isFirst ? section.firstHead : section.head
    const held = bondsOfHead(this.#story, styles, this.#typesetter, bonds)
    if (this.#head !== undefined && held.every((each, at) => each === this.#headBonds[at])) return
    this.#headBonds = held
    const texts = setHeadTexts(this.#story, styles, this.#typesetter, areaWidthMpt(page), bonds)
    if (this.#head !== undefined && isLike(texts, this.#headTexts)) return
    this.#headTexts = texts
    this.#parts = new Map()
    this.#head = {
      kind: 'block',
      ...drawHead(texts, this.#story.id, page.typeArea.leading),
      blankBefore: isFirst ? 0 : section.linesBetweenStories,
      title: this.#story.headline,
      of: { kind: 'story', id: this.#story.id, measure: this.#measure() },
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
    const part = createPart(bands, [...headNotes, ...notes], this.#maker)
    this.#parts.set(name, part)
    return part
  }

  #body(name: string, choice: StoryChoice): SetBodyWithNotes {
    const known = this.#bodies.get(name)
    if (known !== undefined) return known
    const { page } = this.#typesetter.template
    const { section, isLead } = this.#place
    const { columnWidthMpt: widthMpt, unitMpt } = this.#measure()
    const place: BodyPlace = {
      typesetter: this.#typesetter,
      section,
      storyId: this.#story.id,
      assets: this.#assets,
      columnWidthMpt: widthMpt,
      areaWidthMpt: areaWidthMpt(page),
      areaHeightMpt: areaHeightMpt(page),
      unitMpt,
      isLead,
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
    const figureBand = (figure: SpanningFigure, opens: boolean): Band => ({
      kind: 'figure',
      ...figure,
      storyId,
      opens,
    })
    return [
      ...opening.map((figure) => figureBand(figure, true)),
      ...stretches.flatMap(({ content, closing }): Band[] => [
        { kind: 'columns', storyId, content, ...measure },
        ...closing.map((figure) => figureBand(figure, false)),
      ]),
    ]
  }

  #measure(): Measure {
    const { template, styles } = this.#typesetter
    const { section } = this.#place
    const { leadingMpt, sizeMpt } = styles.get(section.body).style
    return {
      ...columnsOf(this.#story, section, template.page),
      gutterMpt: section.gutter,
      unitMpt: leadingMpt,
      characterMpt: sizeMpt,
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

function isLike(texts: readonly HeadText[], others: readonly HeadText[]): boolean {
  return (
    texts.length === others.length &&
    texts.every(({ part, set }, at) => others[at]?.part === part && others[at].set === set)
  )
}
